/**
 * Runs the server (`$2` and on) for as long as anyone holds the pipe `$1/alive` open for writing. The kernel closes it
 * with the process, so a `kill -9` counts as leaving. A server that was itself killed is started again.
 * The pipe is removed before the server is stopped, and then read once more: someone may just have come.
 */
export const WATCHDOG = `
dir=$1; shift
exec 3<"$dir/alive"
(
  while read -r _; do :; done <&3
  rm -f "$dir/alive"
  while read -r _; do :; done <&3
  while :; do kill -INT "$(cat "$dir/pid")"; sleep 1; done
) 2>/dev/null &
watcher=$!
exec 3<&-
while :; do
  "$@" &
  server=$!
  echo "$server" >"$dir/pid"
  wait "$server"
  code=$?
  if [ "$code" -le 128 ] || [ ! -e "$dir/alive" ]; then break; fi
  sleep 1
done
kill "$watcher"
rm -rf "$dir"
exit "$code"
`;
