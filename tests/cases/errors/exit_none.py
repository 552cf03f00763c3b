# SystemExit without a code.
raise SystemExit
