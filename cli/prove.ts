import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { shippedRuleSets } from '../domain/rules/shipped.ts';
import { addTally, emptyTally, prove, type ProveTally } from './prove-run.ts';

/** `npm run prove -- --count 1000000 --seed 1 [--threads N] [--json FILE]`: no door skips a step, tried so many times. */
interface Share {
  seed: number;
  from: number;
  to: number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: String(availableParallelism()) },
      json: { type: 'string' },
    },
  });
  const [count, seed, threads] = [values.count, values.seed, values.threads].map(Number);
  if (![count, seed, threads].every((n) => Number.isSafeInteger(n) && Number(n) > 0)) {
    console.error('用法：npm run prove -- --count 1000000 --seed 1 [--threads 2] [--json FILE]');
    return 1;
  }
  const started = performance.now();
  const tally = await proveAll(seed ?? 1, count ?? 1, threads ?? 1);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const transitions = transitionCounts(tally);
  const never = transitions.filter(({ taken }) => taken === 0);
  const { sequences, commands, accepted, confirmed, violations } = tally;
  const report = {
    seed,
    threads,
    seconds,
    sequences,
    commands,
    accepted,
    confirmed,
    violations,
    transitions,
  };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
  console.log(`sequences ${sequences}, commands ${commands}, of them carried out ${accepted}`);
  console.log(
    `reached CONFIRMED: ${confirmed}; seed ${String(seed)}, ${seconds} s, ${String(threads)} threads`,
  );
  console.log(`transitions of the data: ${transitions.length}, never taken: ${never.length}`);
  for (const { kind, command, from } of never) console.log(`  never: ${kind} ${command} from ${from}`);
  console.log(`violations: ${violations.length}`);
  for (const violation of violations) console.error(violation);
  return violations.length > 0 ? 1 : 0;
}

async function proveAll(seed: number, count: number, threads: number): Promise<ProveTally> {
  const size = Math.ceil(count / threads);
  const shares = Array.from({ length: threads }, (_, i): Share => {
    return { seed, from: Math.min(i * size, count), to: Math.min((i + 1) * size, count) };
  });
  const sum = emptyTally();
  for (const tally of await Promise.all(shares.map(inWorker))) addTally(sum, tally);
  return sum;
}

const inWorker = (share: Share): Promise<ProveTally> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    worker.once('message', (tally: ProveTally) => {
      resolve(tally);
    });
    worker.once('error', reject);
  });

function transitionCounts({ taken }: ProveTally) {
  return Object.entries(shippedRuleSets[0]?.processes ?? {}).flatMap(([kind, { transitions }]) =>
    transitions.map(({ command, from, to }, i) => ({
      ...{ kind, command, from: from.join('|'), to: to ?? null },
      taken: taken[kind]?.[i] ?? 0,
    })),
  );
}

if (isMainThread) process.exitCode = await main();
else {
  const { seed, from, to } = workerData as Share;
  parentPort?.postMessage(prove(seed, from, to));
}
