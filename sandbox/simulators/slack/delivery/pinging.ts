import type { WebSocket } from 'ws';

/**
 * The server's pings on one socket: at once, and then for as long as it is open, because clients that were pinged once close after
 * 30 s without (socket-mode: serverPingTimeout). A socket that leaves two of them unanswered is dead, and cut: how many Slack
 * waits for is not documented.
 */
export function keepPinging(socket: WebSocket, everyMs: number, isPaused: () => boolean): void {
  let unanswered = 0;
  const ping = () => {
    if (isPaused() || socket.readyState !== socket.OPEN) return;
    if (unanswered >= 2) return socket.terminate();
    unanswered += 1;
    socket.ping(`Ping from applink (${Date.now()})`);
  };
  const timer = setInterval(ping, everyMs);
  timer.unref();
  socket.on('pong', () => {
    unanswered = 0;
  });
  socket.on('close', () => clearInterval(timer));
  ping();
}
