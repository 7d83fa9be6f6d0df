'use strict';
// Draws the call that the page carries. Ids and reasons come from elsewhere: they become text, never markup.
(() => {
  const state = document.documentElement.dataset;
  window.addEventListener('error', event => { state.failed = String(event.message); });

  const call = JSON.parse(document.getElementById('call').textContent);
  const isOpen = call.end_reason === null;
  const RELOAD_MILLIS = 10000; // as often as the page of an open call is written anew

  const table = (place, head, lines, none) => {
    const parent = document.getElementById(place);
    if (lines.length === 0) {
      parent.textContent = none;
      return;
    }
    const made = document.createElement('table');
    const row = (cells, kind) => {
      const line = made.insertRow();
      cells.forEach((cell, i) => {
        const made = document.createElement(kind);
        made.textContent = cell;
        if (i + 1 < cells.length) made.className = 'figure';
        line.append(made);
      });
    };
    row(head, 'th');
    lines.forEach(cells => row(cells, 'td'));
    parent.append(made);
  };

  document.getElementById('heading').textContent = call.call_id + (call.part > 0 ? ', part ' + call.part : '');
  document.getElementById('facts').textContent = [
    call.tenant_id, call.call_start.replace('T', ' '), clock(call.duration_s), isOpen ? 'open' : call.end_reason,
    ...call.legs.filter(leg => leg.withdrawn).map(leg => 'moods of ' + leg.leg_id + ' withdrawn'),
  ].join(' · ');
  const events = call.alerts.flatMap(alert => alert.events).sort((a, b) => a.at_s - b.at_s);
  table('alerts', ['at', 'leg', 'rule', 'severity', 'phase', 'score', 'reason'], events.map(event => [
    clock(event.at_s), event.leg_id, event.rule_id, event.severity, event.phase, figure(event.score, 3), event.reason,
  ]), 'None.');
  const inWords = value => value === null ? '–' : value.toLowerCase();
  table('dialogue', ['from', 'to', 'leg', 'who', 'loudness', 'mood', 'sentiment', 'words'], call.dialogue.map(line => [
    clock(line.begin_s), clock(line.end_s), line.leg_id,
    line.speaker_id === null ? line.role : line.role + ' ' + line.speaker_id,
    line.loudness_lufs === null ? '–' : figure(line.loudness_lufs, 1) + ' LUFS',
    inWords(line.mood), inWords(line.sentiment), line.text === null ? '–' : line.text,
  ]), 'No utterances.');

  const { option, height } = chartsOf(call);
  const place = document.getElementById('charts');
  if (call.legs.length > 0) {
    place.style.height = height + 'px';
    const chart = echarts.init(place);
    chart.setOption(option);
    window.addEventListener('resize', () => chart.resize());
    // Whoever has zoomed in is looking at something: the page stays as it is until they zoom out again.
    const isWhole = () => chart.getOption().dataZoom.every(zoom => zoom.start <= 0 && zoom.end >= 100);
    if (isOpen) setInterval(() => { if (isWhole()) location.reload(); }, RELOAD_MILLIS);
  } else {
    place.textContent = 'Nothing was heard yet.';
    if (isOpen) setTimeout(() => location.reload(), RELOAD_MILLIS);
  }
  state.series = String(option.series.length);
})();
