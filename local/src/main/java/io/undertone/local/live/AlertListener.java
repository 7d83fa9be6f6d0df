package io.undertone.local.live;

/** Hears of alerts, of each event once. */
@FunctionalInterface
public interface AlertListener {
    void onAlert(CallPart call, AlertEvent event);
}
