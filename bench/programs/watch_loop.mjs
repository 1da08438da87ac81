import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

// Loaded into a server before its own program (`node --import`): says how long its event loop was blocked at most, in
// milliseconds, since it was asked last.
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
createServer((_request, reply) => {
  reply.end(String(delays.max / 1e6));
  delays.reset();
})
  .listen(Number(process.env.LOOP_PORT), '127.0.0.1')
  .unref();
