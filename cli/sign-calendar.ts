/**
 * `node cli/sign-calendar.ts --out FILE`: writes the working days of this district, signed with its key, for stations that
 * take them in from a USB stick. Reads the same DISTRICT_* variables as the server; the server must not be running on the
 * same data (then `GET /v1/calendar` gives the same).
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { FolderInUse, lockFolder } from '../db/folder-lock.ts';
import { publishCalendar } from '../district/calendar/publish-calendar.ts';
import { configFromEnvironment } from '../district/config.ts';
import { openContext } from '../district/open-context.ts';

const USAGE = '用法：DISTRICT_DATA=… [DISTRICT_CALENDAR=…] node cli/sign-calendar.ts --out 文件.json';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const out = outOf(args);
  if (out === null) return refuse(USAGE);
  try {
    const config = await configFromEnvironment(process.env);
    const lock = await lockFolder(config.dataDir);
    try {
      const { context } = await openContext(config);
      const { database, countersigner, calendar } = context;
      const signed = await publishCalendar(database, countersigner, calendar, new Date()).finally(() =>
        database.close(),
      );
      await writeFile(out, `${JSON.stringify(signed, null, 1)}\n`);
      const years = Object.keys(signed.calendar).sort();
      console.log(JSON.stringify({ serial: signed.serial, issuedAt: signed.issuedAt, years }));
      return 0;
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (error instanceof FolderInUse)
      return refuse('区级服务器正在用这份数据。请直接取它的 /v1/calendar，内容相同。');
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function outOf(args: string[]): string | null {
  try {
    return parseArgs({ args, options: { out: { type: 'string' } } }).values.out ?? null;
  } catch {
    return null;
  }
}

function refuse(reason: string): number {
  console.error(reason);
  return 1;
}
