// A process of its own that holds the embedded database: `tsx embedded_process.ts <data folder>`. It says where the
// database listens, and on each line of input: "stop" leaves it in good order.
import { startEmbeddedPostgres } from '../../../../../src/store/postgres/embedded/start.ts';
import { quietLog } from '../../../../harness/log.ts';

const [dataDir = ''] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, log: quietLog, durable: false });
process.stdout.write(`${String(server.connection.host)}\n`);
process.stdin.once('data', () => {
  void server.stop().then(() => process.exit(0));
});
