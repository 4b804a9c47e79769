import { parseArgs } from 'node:util';

type Play = (url: string, key: string, count: number) => AsyncIterable<{ asExpected: boolean }>;

/**
 * Runs a simulator of something that sends to a district server, with `--url URL --key KEY [--count N]`: one JSON line a
 * step. Answers the exit code: 1 when an answer was not the one expected, after one sentence on stderr.
 */
export async function playFeed(args: string[], usage: string, play: Play): Promise<number> {
  const given = read(args);
  if (given === null) return refuse(usage);
  try {
    let wrong = 0;
    for await (const step of play(given.url, given.key, given.count)) {
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
