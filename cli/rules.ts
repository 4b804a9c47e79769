/** `npm run rules -- FILE.json`: due dates of example cases, for policy staff. Result on stdout, errors on stderr. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { readRuleSet, TransitionParts } from '../domain/rules/read-rule-set.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { answerEntries } from './rules-answer.ts';

const assets = fileURLToPath(new URL('../assets/', import.meta.url));
const USAGE = '用法：npm run rules -- FILE.json';

process.exitCode = main(process.argv.slice(2));

function main(args: string[]): number {
  const [file] = args;
  if (file === undefined || args.length !== 1) return refuse([USAGE]);
  const input = attempt(() => JSON.parse(readFileSync(file, 'utf8')) as unknown);
  if ('error' in input) return refuse([`读不了 ${file}：${input.error}`]);
  const rules = attempt(readRules);
  if ('error' in rules) return refuse([rules.error]);
  const answer = answerEntries(input.value, rules.value.ruleSets, rules.value.calendar);
  if ('errors' in answer) return refuse(answer.errors);
  console.log(JSON.stringify(answer.results, null, 2));
  return 0;
}

/** Read from the folder, not imported: policy staff try a new rule set or calendar by putting its file there. */
function readRules(): { ruleSets: RuleSet[]; calendar: WorkCalendar } {
  const parts = readAsset('processes/transitions.json', TransitionParts);
  const schema = { parse: (data: unknown) => readRuleSet(data, parts) };
  const names = readdirSync(`${assets}rule-sets`).filter((name) => name.endsWith('.json'));
  const ruleSets = names
    .filter((name) => !name.startsWith('amounts-'))
    .map((name) => readAsset(`rule-sets/${name}`, schema));
  return { ruleSets, calendar: readAsset('calendar/cn-workdays.json', WorkCalendar) };
}

function readAsset<T>(name: string, schema: { parse: (data: unknown) => T }): T {
  const parsed = attempt(() => schema.parse(JSON.parse(readFileSync(assets + name, 'utf8'))));
  if ('error' in parsed) throw new Error(`assets/${name}：${parsed.error}`);
  return parsed.value;
}

function attempt<T>(work: () => T): { value: T } | { error: string } {
  try {
    return { value: work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function refuse(errors: string[]): number {
  for (const error of errors) console.error(error);
  return 1;
}
