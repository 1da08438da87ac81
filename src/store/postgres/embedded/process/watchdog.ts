/**
 * Runs the server (`$3` and on, with its data in `$2`) for as long as anyone holds the pipe `$1/alive` open for writing. The kernel closes it
 * with the process, so a `kill -9` counts as leaving. A server that was itself killed is started again.
 *
 * - the keeper touches the files, which cleaners of temporary files remove when nothing has for days, and makes them
 *   again when they are gone all the same: the pipe at once, the socket by starting the server again;
 * - the watcher waits for the last one to leave: of the pipe it began with, then of the one that lies there now. The
 *   pipe is removed before the server is stopped, and then read once more: someone may just have come.
 *
 * The signal TERM tells the loop around the server to end it, USR1 to start it again.
 */
export const WATCHDOG = `
dir=$1; data=$2; shift 2
main=$$
server=
leaving=
again=
trap 'leaving=1; [ -z "$server" ] || kill -INT "$server"' TERM
trap 'again=1; [ -z "$server" ] || kill -INT "$server"' USR1
open_pipe() { exec 4<>"$dir/alive" && exec 3<"$dir/alive" && exec 4>&-; }
exec 3<"$dir/alive"
(
  exec 3<&-
  gone=0; since_touch=0
  while sleep 2; do
    [ -p "$dir/alive" ] || { mkdir -m 700 -p "$dir"; rm -f "$dir/alive"; mkfifo -m 600 "$dir/alive" && open_pipe; }
    if [ -S "$dir/.s.PGSQL.5432" ] || ! grep -q '^ready' "$data/postmaster.pid"; then gone=0; else gone=$((gone + 1)); fi
    # Twice in a row: a server that starts makes its socket anew.
    if [ "$gone" -gt 1 ]; then gone=0; kill -USR1 "$main"; fi
    since_touch=$((since_touch + 1))
    if [ "$since_touch" -ge 300 ]; then since_touch=0; touch "$dir" "$dir/alive"; fi
  done
) 2>/dev/null &
keeper=$!
(
  while read -r _; do :; done <&3
  # In a shell of its own, which is what ends when there is no pipe.
  ([ -p "$dir/alive" ] && open_pipe && while read -r _; do :; done <&3)
  kill "$keeper"
  rm -f "$dir/alive"
  while read -r _; do :; done <&3
  while :; do kill -TERM "$main"; sleep 1; done
) 2>/dev/null &
watcher=$!
exec 3<&-
while :; do
  "$@" &
  server=$!
  [ -z "$leaving" ] || kill -INT "$server"
  while :; do
    wait "$server"
    code=$?
    kill -0 "$server" 2>/dev/null || break
  done
  server=
  if [ -n "$leaving" ]; then break; fi
  if [ -n "$again" ]; then again=; continue; fi
  if [ "$code" -le 128 ]; then break; fi
  sleep 1
  if [ -n "$leaving" ]; then break; fi
done
kill "$keeper" "$watcher"
# It might just be making the folder again.
wait "$keeper" 2>/dev/null
rm -rf "$dir"
exit "$code"
`;
