import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import places from '../../assets/places/jiulongpo-500107.json' with { type: 'json' };
import { addDays, shanghaiDate } from '../../domain/values/iso-date.ts';
import { monitoringKeyHeader } from '../monitoring/monitoring-schema.ts';
import { districtTowns } from '../portal/towns.ts';

/** What was sent, what had to come back and what did; `as` is an alert's id or a failure's code. */
export interface MonitoringStep {
  what: string;
  expected: string;
  status: number;
  as: string;
  asExpected: boolean;
}

const Answer = z.object({ alertId: z.string() }).or(z.object({ code: z.string() }));
const sightings = [
  '虚构：用电量连续两个月比平时少八成，独居老人',
  '虚构：残疾证这个月新办，家里没有登记收入',
  '虚构：医保结算一个月自付超过三万元',
  '虚构：失业登记满三个月，家里有两名学生',
];

/**
 * Plays the monitoring platform against a district server: `count` fictional sightings over the villages, then everything a
 * bad feed might send. Throws when the server cannot be spoken to at all.
 */
export async function* playMonitoring(
  url: string,
  key: string,
  count: number,
): AsyncGenerator<MonitoringStep> {
  const step = async (what: string, expected: string, body: unknown, withKey = key) => {
    const response = await fetch(new URL('/v1/monitoring/alerts', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [monitoringKeyHeader]: withKey },
      body: JSON.stringify(body),
    });
    const { status } = response;
    const answer = Answer.parse(await response.json());
    const as = 'alertId' in answer ? answer.alertId : answer.code;
    const got = 'code' in answer ? answer.code : status === 201 ? 'raised' : 'again';
    return { what, expected, status, as, asExpected: got === expected };
  };
  const today = shanghaiDate(new Date().toISOString());
  const villages = places
    .filter(({ code }) => districtTowns.some((town) => town.code === code))
    .flatMap((town) => town.villages.map(({ code }) => code));
  const fresh = (i: number) => ({
    id: randomUUID(),
    seen: sightings[i % sightings.length],
    ...(i % 2 === 0 ? { person: { name: '赵虚构', phone: null, address: `虚构路${i + 1}号` } } : {}),
    place: { villageCode: villages[i % villages.length] },
    seenOn: addDays(today, -1),
  });
  for (let i = 0; i < count; i += 1) yield await step(`sighting ${i + 1}`, 'raised', fresh(i));
  const twice = fresh(0);
  yield await step('sighting to be sent twice', 'raised', twice);
  yield await step('twice the same', 'again', twice);
  yield await step('the same id with other content', 'monitoring.idReused', {
    ...twice,
    seen: '虚构：别的事',
  });
  yield await step('another key', 'monitoring.wrongKey', fresh(0), `${key}x`);
  yield await step('a place elsewhere', 'monitoring.placeUnknown', {
    ...fresh(0),
    place: { townCode: '500106001' },
  });
  yield await step('seen in the future', 'alert.dayWrong', { ...fresh(0), seenOn: addDays(today, 2) });
  yield await step('more than is asked for', 'call.malformed', { ...fresh(0), idNumber: 'x' });
}
