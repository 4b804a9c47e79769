import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import { alertAggregate } from './alert-aggregate.ts';
import { alertDue, alertOverdue, inHand, inHandInTime, isPast } from './alert-clock.ts';
import {
  accept,
  after,
  assign,
  close,
  desks,
  downToGrid,
  giveBack,
  raise,
  report,
  staff,
} from './testing.ts';

const [annex, national] = shippedRuleSets;
const setting = { calendar: shippedCalendar, ruleSet: annex! };
const raisedOn = (day: string) => after([raise({ seenOn: day }), staff.town, day]);

describe('交办跟进 within two working days (九龙坡民政〔2023〕251号)', () => {
  it.each([
    ['2026-09-24', '2026-09-29'],
    ['2026-09-30', '2026-10-09'],
    ['2026-10-03', '2026-10-09'],
  ])('raised %s, due %s', (day, due) => {
    expect(alertDue(raisedOn(day), setting)).toBe(due);
    expect(alertAggregate.dueOf?.(raisedOn(day), setting)).toBe(due);
    expect(alertOverdue(raisedOn(day), setting, due)).toBe(false);
    expect(alertOverdue(raisedOn(day), setting, '2026-10-10')).toBe(true);
  });

  it('no day where the rules set none, none guessed where the calendar ends', () => {
    expect(alertDue(raisedOn('2026-09-24'), { ...setting, ruleSet: national! })).toBeNull();
    const late = raisedOn('2026-12-30');
    expect(alertDue(late, setting)).toBe('calendar.unpublished');
    expect(alertOverdue(late, setting, '2027-12-30')).toBe(false);
    expect(isPast(null, '2026-12-30')).toBe(false);
  });

  it('passing it between desks does not start it anew; a named person or an acceptance ends it', () => {
    const passed = after(
      [raise(), staff.town],
      [assign(desks.village, '2026-10-20'), staff.town, '2026-09-28'],
    );
    expect(inHand(passed)).toBe(false);
    expect(alertDue(passed, setting)).toBe('2026-09-29');
    const named = after(
      [raise(), staff.town],
      [assign(desks.gridPerson, '2026-10-20'), staff.town, '2026-09-28'],
    );
    expect(inHand(named)).toBe(true);
    expect(alertDue(named, setting)).toBe('2026-10-20');
    const taken = after([raise(), staff.town], [accept, staff.town]);
    expect(inHand(taken)).toBe(true);
    expect(alertDue(taken, setting)).toBeNull();
    const back = after(...downToGrid, [giveBack, staff.grid, '2026-10-09']);
    expect(inHand(back)).toBe(false);
    expect(alertDue(back, setting)).toBe('2026-10-12');
  });

  it('nothing is due once it is reported; nothing is closed by a clock', () => {
    const reported = after(...downToGrid, [report(), staff.grid, '2026-09-25']);
    expect(alertDue(reported, setting)).toBeNull();
    const closed = after(
      ...downToGrid,
      [report(), staff.grid, '2026-09-25'],
      [close, staff.village, '2026-09-25'],
    );
    expect(alertDue(closed, setting)).toBeNull();
    expect(alertOverdue(closed, setting, '2030-01-01')).toBe(false);
  });

  it('for supervision: in time, late, or open', () => {
    const named = after([raise(), staff.town], [assign(desks.gridPerson), staff.town, '2026-09-29']);
    expect(named.inHandOn).toBe('2026-09-29');
    expect(inHandInTime(named, setting, '2026-12-01')).toBe(true);
    const late = after([raise(), staff.town], [accept, staff.town, '2026-09-30']);
    expect(late.inHandOn).toBe('2026-09-30');
    expect(inHandInTime(late, setting, '2026-12-01')).toBe(false);
    const open = raisedOn('2026-09-24');
    expect(inHandInTime(open, setting, '2026-09-29')).toBeNull();
    expect(inHandInTime(open, setting, '2026-09-30')).toBe(false);
    expect(inHandInTime(late, { ...setting, ruleSet: national! }, '2026-12-01')).toBeNull();
    expect(inHandInTime(raisedOn('2026-12-30'), setting, '2026-12-31')).toBeNull();
    const twice = after(
      ...downToGrid,
      [giveBack, staff.grid, '2026-10-09'],
      [accept, staff.village, '2026-10-10'],
    );
    expect(twice.inHandOn).toBe('2026-09-24');
    expect(after([raise(), staff.town], [assign(desks.village), staff.town]).inHandOn).toBeNull();
    const acceptedThenNamed = after(
      [raise(), staff.town],
      [accept, staff.town, '2026-09-25'],
      [assign(desks.gridPerson), staff.town, '2026-09-28'],
    );
    expect(acceptedThenNamed.inHandOn).toBe('2026-09-25');
  });
});
