import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import type { Actor } from '../log/event-envelope.ts';
import { testContext, testTown } from '../testing/sample-application.ts';
import { decideTicket } from './decide-ticket.ts';
import {
  after,
  answer,
  close,
  codeOf,
  escalate,
  handOver,
  named,
  open,
  reopen,
  staff,
  take,
  villageA,
} from './testing.ts';
import { ticketActions } from './ticket-actions.ts';
import { ticketAggregate } from './ticket-aggregate.ts';
import { reopenUntil, ticketDue, ticketOverdue } from './ticket-clock.ts';
import type { TicketCommand } from './ticket-commands.ts';
import { ticketLimits } from './ticket-limits.ts';
import { applyTicketEvent, TicketState } from './ticket-state.ts';

const failureOf = (state: TicketState | null, command: TicketCommand, actor: Actor, today = '2026-09-25') => {
  const decided = decideTicket(state, command, testContext(actor, today));
  return decided.ok ? null : decided.failure;
};
const opened = () => after([open(), staff.clerk]);
const everybody = Object.entries(staff);
const allowed = (state: TicketState | null, command: TicketCommand, today?: string): string[] =>
  everybody.flatMap(([who, actor]) => (codeOf(state, command, actor, today) === 'ok' ? [who] : []));
const townStaff = ['townHead', 'town', 'clerk', 'clerk2'];
const office = { level: 'town', areaCode: testTown, accountId: staff.town.accountId };

describe('opening a ticket', () => {
  it('names its owner, its limit and where the limit comes from', () => {
    const state = opened();
    expect(state).toMatchObject({
      ...{ step: 'OPEN', kind: 'hotline', owner: office, confidential: false, reopenDays: 60 },
      ...{ openedBy: staff.clerk.accountId, openedOn: '2026-09-25', since: '2026-09-24' },
      limit: ticketLimits.kinds.hotline,
    });
    expect(state.ownerChanges).toEqual([
      {
        kind: 'opened',
        from: null,
        to: office,
        by: staff.clerk.accountId,
        on: '2026-09-25',
        reason: '',
      },
    ]);
    expect(TicketState.parse(state)).toEqual(state);
    const limit = { workingDays: 3, source: '区政府交办单要求' };
    expect(after([open({ limit }), staff.clerk]).limit).toEqual(limit);
  });

  it('is for those who hear people, in their own area, of what was received by today', () => {
    expect(allowed(null, open({ placeCode: villageA }))).toEqual([
      ...['districtHead', 'district', ...townStaff, 'village', 'village2', 'townHead2', 'districtHead2'],
    ]);
    expect(codeOf(null, open(), staff.townB)).toBe('case.notYourArea');
    expect(codeOf(null, open(), staff.monitor)).toBe('case.notYourRole');
    expect(codeOf(null, open(), { ...staff.clerk, areaCode: '500107' })).toBe('case.notYourRole');
    expect(codeOf(null, open(), { ...staff.clerk, until: '2026-09-24' })).toBe('case.roleExpired');
    expect(failureOf(null, open({ receivedOn: '2026-09-26' }), staff.clerk)).toEqual({
      code: 'ticket.dayWrong',
      data: { from: null, until: '2026-09-25' },
    });
    expect(codeOf(null, open({ receivedOn: '2026-09-25' }), staff.clerk)).toBe('ok');
    expect(codeOf(opened(), open(), staff.clerk)).toBe('ticket.exists');
    expect(codeOf(null, close, staff.clerk)).toBe('ticket.notFound');
  });

  it('its owner answers for the place, or works below who gives it', () => {
    expect(codeOf(null, open({ owner: named(staff.district) }), staff.clerk)).toBe('ok');
    expect(codeOf(null, open({ owner: named(staff.townB) }), staff.clerk)).toBe('ticket.ownerElsewhere');
    expect(codeOf(null, open({ owner: named(staff.townB) }), staff.district)).toBe('ok');
    const down = after([open({ owner: named(staff.village) }), staff.clerk]);
    expect(down).toMatchObject({ placeCode: villageA, owner: { level: 'village' } });
    expect(ticketAggregate.areaCodeOf(down)).toBe(villageA);
  });

  it('takes no owner without a desk, no blank words, no limit without a source', () => {
    const wrong = [
      open({ owner: named(staff.grid) }),
      open({ owner: named(staff.monitor) }),
      open({ owner: { ...named(staff.town), areaCode: '500107' } }),
      open({ what: ' ' }),
      open({ limit: { workingDays: 0, source: '区政府' } }),
      open({ limit: { workingDays: 61, source: '区政府' } }),
      open({ limit: { workingDays: 5, source: ' ' } }),
      open({ placeCode: '5001070' }),
      open({ placeCode: `${villageA}0` }),
      open({ person: { name: null, phone: null, address: 'x' } }),
    ];
    for (const command of wrong) expect(ticketAggregate.command.safeParse(command).success).toBe(false);
    const unnamed = open({ person: { name: null, phone: null, address: null } });
    expect(ticketAggregate.command.safeParse(unnamed).success).toBe(true);
  });
});

describe('the time for the answer', () => {
  const setting = { calendar: shippedCalendar, ruleSet: shippedRuleSets[0]! };

  it.each([
    ['hotline', '2026-10-09'],
    ['complaint', '2026-10-15'],
    ['petition', '2026-10-22'],
  ] as const)('%s received 2026-09-24 is due %s by the default of its kind', (kind, due) => {
    const state = after([open({ kind }), staff.clerk]);
    expect(ticketDue(state, shippedCalendar)).toBe(due);
    expect(ticketAggregate.dueOf?.(state, setting)).toBe(due);
    expect(ticketOverdue(state, shippedCalendar, due)).toBe(false);
    expect(ticketOverdue(state, shippedCalendar, '2026-10-23')).toBe(true);
  });

  it('ends with the answer and starts anew when reopened', () => {
    const told = after([open(), staff.clerk], [answer(), staff.town]);
    expect(ticketDue(told, shippedCalendar)).toBeNull();
    const again = after([open(), staff.clerk], [answer(), staff.town], [reopen, staff.clerk, '2026-10-12']);
    expect(ticketDue(again, shippedCalendar)).toBe('2026-10-19');
    expect(
      ticketDue(after([open({ receivedOn: '2026-12-30' }), staff.clerk, '2026-12-30']), shippedCalendar),
    ).toBe('calendar.unpublished');
  });
});

describe('事事有回音', () => {
  it('only the owner answers, on a day since it was asked', () => {
    expect(allowed(opened(), answer())).toEqual(['town']);
    expect(failureOf(opened(), answer('2026-09-23'), staff.town)).toEqual({
      code: 'ticket.dayWrong',
      data: { from: '2026-09-24', until: '2026-09-25' },
    });
    expect(codeOf(opened(), answer('2026-09-26'), staff.town)).toBe('ticket.dayWrong');
    expect(codeOf(opened(), answer('2026-09-24'), staff.town)).toBe('ok');
    const told = after([open(), staff.clerk], [answer(), staff.town]);
    expect(told.answers).toEqual([
      {
        by: staff.town.accountId,
        on: '2026-09-25',
        way: 'phone',
        toldOn: '2026-09-25',
        text: '每月十日以前发',
      },
    ]);
    expect(codeOf(told, answer(), staff.town)).toBe('ticket.wrongStep');
  });

  it('nothing is closed unanswered, nor unanswered again after it was reopened', () => {
    expect(codeOf(opened(), close, staff.town)).toBe('ticket.unanswered');
    const told = after([open(), staff.clerk], [answer(), staff.town]);
    expect(allowed(told, close)).toEqual(['town']);
    const closed = after([open(), staff.clerk], [answer(), staff.town], [close, staff.town]);
    expect(closed).toMatchObject({ step: 'CLOSED', closedOn: '2026-09-25' });
    expect(codeOf(closed, close, staff.town)).toBe('ticket.wrongStep');
    const again = after(
      [open(), staff.clerk],
      [answer(), staff.town],
      [close, staff.town],
      [reopen, staff.clerk2, '2026-09-28'],
    );
    expect(again).toMatchObject({ step: 'OPEN', since: '2026-09-28', closedOn: null });
    expect(codeOf(again, close, staff.town, '2026-09-28')).toBe('ticket.unanswered');
    expect(codeOf(again, answer('2026-09-25'), staff.town, '2026-09-28')).toBe('ticket.dayWrong');
    expect(again.answers).toHaveLength(1);
  });
});

describe('the person is not content', () => {
  const told = after([open(), staff.clerk], [answer(), staff.town]);

  it('has it taken up again within 60 days of the answer', () => {
    expect(reopenUntil(opened())).toBeNull();
    expect(reopenUntil(told)).toBe('2026-11-24');
    expect(codeOf(told, reopen, staff.clerk, '2026-11-24')).toBe('ok');
    expect(failureOf(told, reopen, staff.clerk, '2026-11-25')).toEqual({
      code: 'ticket.reopenPast',
      data: { until: '2026-11-24' },
    });
    const again = after([open(), staff.clerk], [answer(), staff.town], [reopen, staff.clerk, '2026-09-28']);
    expect(again.reopened).toEqual([{ by: staff.clerk.accountId, on: '2026-09-28', reason: '还是没收到' }]);
    const twice = after(
      [open(), staff.clerk],
      [answer(), staff.town],
      [reopen, staff.clerk, '2026-09-28'],
      [answer('2026-09-29'), staff.town, '2026-09-29'],
    );
    expect(reopenUntil(twice)).toBe('2026-11-28');
  });

  it('is not taken up twice, nor by a role that has run out', () => {
    const again = after([open(), staff.clerk], [answer(), staff.town], [reopen, staff.clerk, '2026-09-28']);
    expect(codeOf(again, reopen, staff.clerk, '2026-09-28')).toBe('ticket.wrongStep');
    expect(codeOf(told, reopen, { ...staff.clerk, until: '2026-09-24' })).toBe('case.roleExpired');
    expect(codeOf(told, reopen, staff.townB)).toBe('case.notYourArea');
  });

  it('whoever of the area hears people writes it down; what is open is not reopened', () => {
    expect(allowed(told, reopen)).toEqual([
      ...['districtHead', 'district', ...townStaff, 'townHead2', 'districtHead2'],
    ]);
    expect(codeOf(opened(), reopen, staff.clerk)).toBe('ticket.wrongStep');
    expect(codeOf(told, reopen, staff.monitor)).toBe('case.notYourRole');
  });
});

describe('owners', () => {
  it('hand it over with a reason, or their heads do', () => {
    expect(allowed(opened(), handOver(staff.clerk))).toEqual([
      ...['districtHead', 'district', 'townHead', 'town', 'townHead2', 'districtHead2'],
    ]);
    const given = after([open(), staff.clerk], [handOver(staff.clerk2), staff.town]);
    expect(given.owner.accountId).toBe(staff.clerk2.accountId);
    expect(ticketAggregate.ownerOf?.(given)).toBe(staff.clerk2.accountId);
    expect(given.ownerChanges.at(-1)).toEqual({
      kind: 'handedOver',
      from: office,
      to: { ...office, accountId: staff.clerk2.accountId },
      by: staff.town.accountId,
      on: '2026-09-25',
      reason: '休假',
    });
    expect(codeOf(given, answer(), staff.town)).toBe('case.notYourRole');
    expect(codeOf(given, answer(), staff.clerk2)).toBe('ok');
    expect(codeOf(opened(), handOver(staff.townB), staff.town)).toBe('ticket.ownerElsewhere');
    expect(codeOf(opened(), handOver(staff.townB), staff.district)).toBe('ok');
    expect(after([open(), staff.clerk], [handOver(staff.townB), staff.district]).placeCode).toBe('500107002');
    const told = after([open(), staff.clerk], [answer(), staff.town]);
    expect(codeOf(told, handOver(staff.clerk), staff.town)).toBe('ticket.wrongStep');
    const atDistrict = after([open({ owner: named(staff.district) }), staff.clerk]);
    expect(codeOf(atDistrict, handOver(staff.town), staff.townHead)).toBe('case.notYourRole');
  });
});

describe('going up', () => {
  it('when overdue, by whoever may see it or the district’s clock', () => {
    expect(failureOf(opened(), escalate(false), staff.town, '2026-10-09')).toEqual({
      code: 'ticket.notOverdue',
      data: { due: '2026-10-09' },
    });
    expect(allowed(opened(), escalate(false), '2026-10-10')).toEqual([
      ...['monitor', 'districtHead', 'district', ...townStaff, 'townHead2', 'districtHead2'],
    ]);
  });

  it('at any time when the person asks, but not as the clock’s own wish', () => {
    expect(codeOf(opened(), escalate(true), staff.clerk)).toBe('ok');
    expect(codeOf(opened(), escalate(true), staff.monitor, '2026-10-10')).toBe('case.notYourRole');
    const told = after([open(), staff.clerk], [answer(), staff.town]);
    expect(codeOf(told, escalate(true), staff.clerk)).toBe('ticket.wrongStep');
  });

  it('one level, once a day, to a desk where somebody takes it', () => {
    const up = after([open({ owner: named(staff.village) }), staff.clerk], [escalate(true), staff.clerk]);
    expect(up).toMatchObject({ owner: { ...office, accountId: null }, escalatedOn: '2026-09-25' });
    expect(up.ownerChanges.at(-1)).toMatchObject({ kind: 'escalated', reason: '请上级办' });
    expect(codeOf(up, escalate(true), staff.clerk)).toBe('ticket.escalatedToday');
    expect(allowed(up, answer())).toEqual([]);
    expect(allowed(up, take)).toEqual(['townHead', 'town', 'townHead2']);
    const taken = after(
      [open({ owner: named(staff.village) }), staff.clerk],
      [escalate(true), staff.clerk],
      [take, staff.town],
    );
    expect(taken.owner).toEqual(office);
    expect(taken.ownerChanges.at(-1)).toEqual({
      kind: 'taken',
      from: { ...office, accountId: null },
      to: office,
      by: staff.town.accountId,
      on: '2026-09-25',
      reason: '',
    });
    expect(codeOf(taken, take, staff.townHead)).toBe('case.notYourRole');
    const top = after([open(), staff.clerk], [escalate(true), staff.clerk]);
    expect(top.owner.level).toBe('district');
    expect(codeOf(top, escalate(true), staff.clerk, '2026-09-28')).toBe('ticket.topLevel');
    expect(allowed(top, take)).toEqual(['districtHead', 'district', 'districtHead2']);
    const reopened = after(
      [open(), staff.clerk],
      [escalate(true), staff.clerk],
      [take, staff.district],
      [answer(), staff.district],
      [reopen, staff.clerk],
    );
    expect(reopened.escalatedOn).toBeNull();
  });

  it('is taken only by the desk it has come to, never by one further up or down', () => {
    const up = after([open({ owner: named(staff.village) }), staff.clerk], [escalate(true), staff.clerk]);
    for (const who of ['village', 'district', 'districtHead'] as const)
      expect(codeOf(up, take, staff[who])).toBe('case.notYourRole');
    const told = after([open(), staff.clerk], [answer(), staff.town]);
    expect(failureOf(told, answer(), staff.town)).toEqual({
      code: 'ticket.wrongStep',
      data: { step: 'ANSWERED' },
    });
  });

  it('keeps the person’s due date', () => {
    const up = after([open(), staff.clerk], [escalate(true), staff.clerk]);
    expect(ticketDue(up, shippedCalendar)).toBe('2026-10-09');
  });
});

describe('what may be done now', () => {
  const may = (state: TicketState, who: Actor) => ticketActions(state, testContext(who, '2026-09-25'));

  it('is told by the rules themselves', () => {
    expect(may(opened(), staff.town)).toEqual(['answer', 'handOver', 'escalate']);
    expect(may(opened(), staff.clerk)).toEqual(['escalate']);
    expect(may(opened(), staff.townHead)).toEqual(['handOver', 'escalate']);
    expect(may(after([open(), staff.clerk], [answer(), staff.town]), staff.town)).toEqual([
      'close',
      'reopen',
    ]);
    const up = after([open(), staff.clerk], [escalate(true), staff.clerk]);
    expect(may(up, staff.district)).toEqual(['take', 'handOver']);
    expect(may(opened(), staff.monitor)).toEqual([]);
  });
});

describe('a history no decision could have led to', () => {
  it('is not folded', () => {
    const state = opened();
    const first = decideTicket(null, open(), testContext(staff.clerk, '2026-09-25'));
    if (!first.ok) throw new Error('refused');
    expect(() => applyTicketEvent(state, first.value[0]!)).toThrow('twice');
    const closed = { type: 'ticket.closed', data: { by: staff.town.accountId, on: '2026-09-25' } } as const;
    expect(() => applyTicketEvent(null, closed)).toThrow('before ticket.opened');
    expect(() => applyTicketEvent(state, closed)).toThrow('without an answer');
  });

  it('the stream says who it is', () => {
    expect(ticketAggregate).toMatchObject({ streamType: 'ticket' });
    expect(ticketAggregate.stepOf(opened())).toBe('OPEN');
    expect(ticketAggregate.confidential(opened())).toBe(false);
    expect(ticketAggregate.areaCodeOf(opened())).toBe(testTown);
    expect(ticketAggregate.ownerOf?.(opened())).toBe(staff.town.accountId);
  });
});
