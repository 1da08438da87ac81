#!/usr/bin/env bash
# Measures `npm test`: three times as the machine is, and three times beside a process on every core that never rests.
# `real` is the wall time; `user` and `sys` are the processor seconds of all processes of the run, Postgres included.
set -uo pipefail
cd "$(dirname "$0")/.."
burners=()
trap 'kill "${burners[@]}" 2>/dev/null' EXIT
for busy in 0 "$(nproc)"; do
  burners=()
  for _ in $(seq 1 "$busy"); do yes >/dev/null & burners+=($!); done
  for run in 1 2 3; do
    printf '== run %s beside %s busy processes\n' "$run" "$busy"
    time npm test --silent -- --reporter=dot --reporter=./test/harness/run_summary.ts
  done
  for pid in "${burners[@]}"; do kill "$pid"; done
done
