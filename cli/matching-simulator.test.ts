import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, poll } from '../district/matching/ask.ts';
import { matchingConfig, type SourceConfig } from '../district/matching/config.ts';
import { readAnswer } from '../district/matching/read-answer.ts';
import { loadDemoPeople } from '../district/testing/demo-people.ts';

const here = import.meta.dirname;
let child: ChildProcess;
let sources: readonly SourceConfig[];
beforeAll(async () => {
  const args = [path.join(here, 'matching-simulator.ts'), '--port', '0', '--behaviour', 'vehicles=error'];
  child = spawn(process.execPath, [...args, '--with-parent'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('no output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { listening } = JSON.parse(line) as { listening: string };
  const shipped = await readFile(path.join(here, '..', 'assets', 'matching', 'demo-config.json'), 'utf8');
  sources = matchingConfig(JSON.parse(shipped.replaceAll('http://127.0.0.1:8470', listening)), {}).sources;
});
afterAll(async () => {
  const ended = once(child, 'exit');
  child.stdin?.end();
  expect(await ended).toEqual([0, null]);
});

const question = (idNumber: string) => ({
  queryId: '01980000-0000-7000-8000-000000000001',
  ...{ purpose: 'application' as const, name: '张示例', idNumber, requestedOn: '2026-01-05' },
  ...{
    authorizationDigest: 'a'.repeat(64),
    ticket: `ticket-${idNumber}`,
    callbackUrl: null,
    callbackSecret: '',
  },
});
const never = new AbortController().signal;

it('answers what the shipped people have, through the shipped configuration', async () => {
  for (const { idNumber, facts } of await loadDemoPeople()) {
    for (const source of sources.filter((one) => one.source !== 'vehicles')) {
      const first = await ask(source, question(idNumber), never);
      const asked = first.kind === 'ticket' ? await poll(source, first.ticket, never) : first;
      expect(asked.kind).toBe('answer');
      const text = asked.kind === 'answer' ? asked.text : '';
      const read = readAnswer(text, idNumber, source, '2026-01-05T00:00:00.000Z');
      expect(read.ok && read.value.facts).toEqual(facts[source.source] ?? []);
    }
  }
});

it('behaves as it was told', async () => {
  const source = sources.find((one) => one.source === 'vehicles');
  if (!source) throw new Error('no vehicles');
  expect(await ask(source, question('500107197903129818'), never)).toEqual({
    kind: 'failed',
    reason: 'unreachable',
  });
});
