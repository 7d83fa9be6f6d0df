'use strict';
// How figures read, on the page and in its charts.
const clock = seconds => {
  const whole = Math.floor(seconds);
  return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
};
const figure = (value, digits) => value === null || value === undefined ? '–' : value.toFixed(digits);

// The charts of a call, one above the other over one axis of time: what ECharts is to draw, and how high that is.
const chartsOf = call => {
  const MOODS = { negative: '#dc2626', neutral: '#9ca3af', positive: '#16a34a' };
  const SEVERITIES = { LOW: '#fde68a', MEDIUM: '#fdba74', HIGH: '#fca5a5' };
  const PEOPLE = { CUSTOMER: '#2563eb', AGENT: '#0d9488', OTHER: '#9333ea', OVERLAP: '#d97706', UNKNOWN: '#6b7280' };
  const CLASSES = ['#dc2626', '#16a34a', '#6b7280', '#2563eb', '#d97706', '#9333ea', '#0d9488', '#be185d'];
  const LEGS = ['#6b7280', '#9333ea', '#d97706', '#be185d'];
  const QUIETEST_LUFS = -70;

  const several = (legs, leg, name) => legs.length > 1 ? name + ' (' + leg.leg_id + ')' : name;

  const readLegs = call.legs.filter(leg => leg.negative.some(value => value !== null));
  const windowLegs = call.legs.filter(leg => call.windows.some(window => window.leg_id === leg.leg_id));

  // A gap in the seconds must not be bridged by a line.
  const line = (leg, values) => {
    const points = [];
    leg.seconds.forEach((second, i) => {
      if (i > 0 && second > leg.seconds[i - 1] + 1) points.push([leg.seconds[i - 1] + 1, null]);
      points.push([second + 1, values[i]]);
    });
    return points;
  };

  const alertAreas = () => call.alerts.map(alert => [
    {
      name: alert.severity + ' ' + alert.rule_id,
      xAxis: alert.begin_s,
      itemStyle: { color: SEVERITIES[alert.severity] || SEVERITIES.LOW, opacity: 0.45 },
    },
    { xAxis: alert.end_s === null ? call.duration_s : Math.max(alert.end_s, alert.begin_s + 0.5) },
  ]);
  const thresholdLines = () => Object.entries(call.thresholds || {}).filter(([, value]) => value !== null)
    .map(([name, value]) => ({
      name, yAxis: value, label: { formatter: name, position: 'insideEndTop', color: '#9ca3af' },
    }));

  const moodSeries = () => {
    const frame = {
      name: 'alerts', type: 'line', data: [], silent: true, color: SEVERITIES.MEDIUM,
      markArea: { data: alertAreas(), label: { color: '#374151', fontSize: 11, position: 'insideTop' } },
      markLine: { data: thresholdLines(), symbol: 'none', lineStyle: { color: '#9ca3af', type: 'dashed' } },
    };
    const lines = readLegs.flatMap(leg => Object.keys(MOODS).map(mood => ({
      name: several(readLegs, leg, mood), type: 'line', showSymbol: false, color: MOODS[mood],
      lineStyle: { width: mood === 'negative' ? 2.5 : 1.2 }, data: line(leg, leg[mood]),
    })));
    const failed = {
      name: 'window failed', type: 'scatter', symbol: 'diamond', symbolSize: 9, color: '#111827',
      data: call.windows.filter(window => window.failure !== null).map(window => [window.end_s, 0]),
    };
    return [frame, ...lines, failed];
  };
  const classSeries = () => windowLegs.flatMap(leg => {
    const windows = call.windows.filter(window => window.leg_id === leg.leg_id);
    const labels = [...new Set(windows.flatMap(window => Object.keys(window.classes)))].sort();
    return labels.map((label, i) => ({
      name: several(windowLegs, leg, label), type: 'line', symbolSize: 4, color: CLASSES[i % CLASSES.length],
      lineStyle: { width: 1 },
      data: windows.flatMap((window, n) => {
        const point = [window.end_s, label in window.classes ? window.classes[label] : null];
        const apart = n > 0 && window.begin_s > windows[n - 1].end_s;
        return apart ? [[window.begin_s, null], point] : [point];
      }),
    }));
  });
  const loudnessSeries = () => call.legs.map((leg, i) => ({
    name: 'loudness ' + leg.leg_id, type: 'line', showSymbol: false,
    color: leg.role === 'UNKNOWN' ? LEGS[i % LEGS.length] : PEOPLE[leg.role],
    lineStyle: { width: 1.2 }, data: line(leg, leg.lufs),
  }));

  // One thick stroke per stretch of seconds in which the same voice speaks; a row per leg.
  const strokes = (leg, who, row) => {
    const points = [];
    leg.who.forEach((speaker, i) => {
      if (speaker !== who) return;
      const second = leg.seconds[i];
      const goesOn = i > 0 && leg.who[i - 1] === who && leg.seconds[i - 1] === second - 1;
      if (!goesOn) points.push([second, null], [second, row]);
      points.push([second + 1, row]);
    });
    return points;
  };
  const speakerSeries = () => call.legs.flatMap((leg, row) =>
    [...new Set(leg.who.filter(who => who !== null))].sort().map(who => ({
      name: who, type: 'line', showSymbol: false, color: PEOPLE[who.split(' ')[0]] || PEOPLE.UNKNOWN,
      lineStyle: { width: 13, cap: 'butt' }, data: strokes(leg, who, row),
    })));

  const secondOf = (leg, time) => {
    const i = leg.seconds.indexOf(Math.max(0, Math.ceil(time) - 1));
    return i < 0 ? null : i;
  };
  const told = time => {
    const lines = [clock(time)];
    for (const leg of call.legs) {
      const i = secondOf(leg, time);
      if (i === null) continue;
      const mood = leg.negative[i] === null ? '' : ', negative ' + figure(leg.negative[i], 3)
        + ', neutral ' + figure(leg.neutral[i], 3) + ', positive ' + figure(leg.positive[i], 3);
      const lost = leg.lost_ratio[i] > 0 ? ', ' + Math.round(100 * leg.lost_ratio[i]) + ' % lost' : '';
      lines.push(leg.leg_id + ': ' + (leg.who[i] || 'silent') + ', ' + figure(leg.lufs[i], 1) + ' LUFS' + mood + lost);
    }
    for (const window of call.windows.filter(each => each.end_s > time - 1 && each.end_s <= time)) {
      const classes = Object.entries(window.classes).map(([label, value]) => label + ' ' + figure(value, 3));
      lines.push('window ' + window.number + ': ' + (window.failure === null ? classes.join(', ') : window.failure));
    }
    for (const alert of call.alerts.filter(each => each.begin_s <= time && (each.end_s === null || each.end_s >= time))) {
      lines.push(alert.severity + ' ' + alert.rule_id + ': ' + alert.events[alert.events.length - 1].reason);
    }
    return lines.join('\n');
  };
  const tip = points => {
    const box = document.createElement('div');
    box.className = 'tip';
    box.textContent = told(points.length ? points[0].axisValue : 0);
    return box;
  };

  const rows = [
    { title: 'Mood, smoothed', height: 170, axis: { min: 0, max: 1 }, series: moodSeries() },
    { title: 'Classes of each window, raw', height: 120, axis: { min: 0, max: 1 }, series: classSeries() },
    { title: 'Loudness, LUFS', height: 120, axis: { min: QUIETEST_LUFS, max: 0 }, series: loudnessSeries() },
    {
      // No category axis: with one category ECharts bridges gaps.
      title: 'Who speaks', height: 22 * (call.legs.length + 1), series: speakerSeries(),
      axis: {
        min: -1, max: call.legs.length, interval: 1, inverse: true, splitLine: { show: false },
        axisLabel: { formatter: row => row in call.legs ? call.legs[row].leg_id : '' },
      },
    },
  ].filter(row => row.series.length > 0);

  const options = () => {
    const option = {
      animation: false, title: [], grid: [], xAxis: [], yAxis: [], legend: [], series: [],
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      tooltip: { trigger: 'axis', formatter: tip, confine: true },
      dataZoom: [{ type: 'inside', xAxisIndex: 'all' }, { type: 'slider', xAxisIndex: 'all', bottom: 8, labelFormatter: clock }],
    };
    let top = 30;
    rows.forEach((row, i) => {
      option.title.push({ text: row.title, top: top - 28, left: 0, textStyle: { fontSize: 13 } });
      option.legend.push({
        type: 'scroll', top: top - 28, right: 0, left: 260, itemHeight: 8, icon: 'roundRect',
        data: [...new Set(row.series.map(series => series.name))],
      });
      option.grid.push({ top, left: 90, right: 20, height: row.height });
      option.xAxis.push({
        gridIndex: i, type: 'value', min: 0, max: Math.max(1, Math.ceil(call.duration_s)),
        splitLine: { show: false }, axisLine: { onZero: false }, position: 'bottom', axisLabel: { formatter: clock }, axisPointer: { label: { show: false } },
      });
      option.yAxis.push({ gridIndex: i, type: 'value', axisPointer: { show: false }, ...row.axis });
      row.series.forEach(series => option.series.push({ xAxisIndex: i, yAxisIndex: i, ...series }));
      top += row.height + 58;
    });
    return { option, height: top + 30 };
  };

  return options();
};
