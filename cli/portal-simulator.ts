/**
 * `node cli/portal-simulator.ts --url URL --key KEY [--count N]`: plays the portal for applications from home against a
 * district server, with fictional people and with everything a bad portal might send. One JSON line a step; exit code 1 when
 * an answer was not the one expected.
 */
import { parseArgs } from 'node:util';
import { playPortal } from '../district/testing/portal-run.ts';

const USAGE = '用法：node cli/portal-simulator.ts --url http://127.0.0.1:8450 --key 密钥 [--count 5]';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const given = read(args);
  if (given === null) return refuse(USAGE);
  try {
    let wrong = 0;
    for await (const step of playPortal(given.url, given.key, given.count)) {
      console.log(JSON.stringify(step));
      if (!step.asExpected) wrong += 1;
    }
    return wrong > 0 ? refuse(`${wrong} 步的答复不对`) : 0;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function read(args: string[]): { url: string; key: string; count: number } | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { url: text, key: text, count: text } });
    const { url, key, count = '5' } = values;
    if (!url || !URL.canParse(url) || !key || !/^\d{1,4}$/.test(count)) return null;
    return { url, key, count: Number(count) };
  } catch {
    return null;
  }
}

function refuse(reason: string): number {
  console.error(reason);
  return 1;
}
