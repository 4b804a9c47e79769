import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event-envelope.ts';
import { testTown } from '../testing/sample-application.ts';
import {
  aboutClerk,
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
import { ticketAggregate } from './ticket-aggregate.ts';
import { conflicted, mayReadTicket, ownerOf, owns } from './ticket-rights.ts';
import type { TicketState } from './ticket-state.ts';
import { NamedOwner, type AboutStaff } from './ticket-values.ts';

const everybody = Object.entries(staff);
const readers = (state: TicketState): string[] =>
  everybody.flatMap(([who, actor]) => (mayReadTicket(state, actor) ? [who] : []));
const about = ({ accountId, role, areaCode }: Actor): AboutStaff => ({ accountId, role, areaCode });

describe('who reads a ticket', () => {
  it('an ordinary one: who hears people in the area', () => {
    expect(readers(after([open({ placeCode: villageA }), staff.clerk]))).toEqual([
      ...['districtHead', 'district', 'townHead', 'town', 'clerk', 'clerk2', 'village', 'village2'],
      ...['townHead2', 'districtHead2'],
    ]);
  });

  it('a confidential one: the named roles and its owner, not even who wrote it down', () => {
    const state = after([open({ confidential: true, owner: named(staff.townHead2) }), staff.clerk]);
    expect(readers(state)).toEqual(['districtHead', 'district', 'townHead', 'townHead2', 'districtHead2']);
    expect(ticketAggregate.confidential(state)).toBe(true);
    const tries = [answer(), close, reopen, handOver(staff.town), take, escalate(true), escalate(false)];
    for (const [who, actor] of everybody)
      if (!readers(state).includes(who) && who !== 'monitor')
        for (const command of tries) expect(codeOf(state, command, actor, '2026-10-20')).not.toBe('ok');
    expect(codeOf(state, answer(), staff.townHead2)).toBe('ok');
    expect(codeOf(state, escalate(false), staff.monitor, '2026-10-20')).toBe('ok');
    expect(codeOf(state, handOver(staff.townHead), staff.townHead)).toBe('ok');
  });

  it('a confidential one is owned by nobody who could not read it, from the start or handed over', () => {
    const cannot = ['town', 'clerk', 'clerk2', 'village', 'village2', 'villageB'];
    const ownable = everybody.filter(([, actor]) => NamedOwner.safeParse(named(actor)).success);
    const refusedAt = (tried: (actor: Actor) => string): string[] =>
      ownable.flatMap(([who, actor]) => (tried(actor) === 'ticket.ownerConfidential' ? [who] : []));
    const openFor = (actor: Actor) => open({ confidential: true, placeCode: villageA, owner: named(actor) });
    expect(refusedAt((actor) => codeOf(null, openFor(actor), staff.clerk))).toEqual(cannot);
    expect(codeOf(null, openFor(staff.townHead), staff.clerk)).toBe('ok');
    expect(codeOf(null, openFor(staff.district), staff.clerk)).toBe('ok');
    const state = after([openFor(staff.townHead), staff.clerk]);
    expect(refusedAt((actor) => codeOf(state, handOver(actor), staff.townHead))).toEqual(cannot);
    // What is about somebody is confidential without being asked for.
    expect(codeOf(null, aboutClerk({ owner: named(staff.townB) }), staff.district)).toBe(
      'ticket.ownerConfidential',
    );
    expect(refusedAt((actor) => codeOf(null, open({ owner: named(actor) }), staff.district))).toEqual([]);
  });
});

describe('a complaint about somebody', () => {
  it('is confidential whether asked for or not', () => {
    expect(after([aboutClerk(), staff.town]).confidential).toBe(true);
    expect(after([open({ kind: 'complaint' }), staff.town]).confidential).toBe(false);
  });

  it.each([
    // Of the town: nobody below its head, and never the person.
    ['clerk', ['clerk', 'clerk2', 'town', 'village', 'village2', 'villageB', 'grid', 'grid2', 'gridB']],
    ['village', ['village', 'village2', 'villageB', 'clerk', 'clerk2', 'town', 'grid', 'grid2', 'gridB']],
    // Of a head: nobody of the house.
    [
      'townHead',
      [
        ...['townHead', 'townHead2', 'clerk', 'clerk2', 'town', 'village', 'village2', 'villageB'],
        ...['grid', 'grid2', 'gridB'],
      ],
    ],
    // Of the district: its heads, unless it is about them.
    ['district', ['district', 'monitor', 'portal', 'admin']],
    ['districtHead', ['districtHead', 'district', 'monitor', 'portal', 'admin']],
  ] as const)('about %s comes to none of these', (who, excluded) => {
    const found = everybody.flatMap(([name, actor]) => (conflicted(about(staff[who]), actor) ? [name] : []));
    expect(found.toSorted()).toEqual([...excluded].toSorted());
  });

  it('keeps away from the house also where the person is not known by account', () => {
    const unknown = { accountId: null, role: 'windowClerk', areaCode: testTown } as const;
    expect(conflicted(unknown, staff.town)).toBe(true);
    expect(conflicted(unknown, staff.townHead)).toBe(false);
    expect(conflicted(unknown, staff.townB)).toBe(false);
    expect(conflicted(null, staff.town)).toBe(false);
    expect(conflicted({ ...unknown, accountId: staff.townB.accountId }, staff.townB)).toBe(true);
  });

  it('is not given to them, by whoever', () => {
    for (const owner of [staff.clerk, staff.clerk2, staff.town, staff.village]) {
      expect(codeOf(null, aboutClerk({ owner: named(owner) }), staff.townHead)).toBe('ticket.ownerConflict');
      expect(codeOf(after([aboutClerk(), staff.town]), handOver(owner), staff.townHead)).toBe(
        'ticket.ownerConflict',
      );
    }
    expect(codeOf(after([aboutClerk(), staff.town]), handOver(staff.townHead2), staff.townHead)).toBe('ok');
  });

  it('is not read or moved by them', () => {
    const state = after([aboutClerk(), staff.town]);
    expect(readers(state)).toEqual(['districtHead', 'district', 'townHead', 'townHead2', 'districtHead2']);
    expect(codeOf(state, escalate(true), staff.town)).toBe('case.notYourRole');
    const ofHead = after([
      aboutClerk({ about: about(staff.townHead), owner: named(staff.district), placeCode: testTown }),
      staff.clerk,
    ]);
    expect(readers(ofHead)).toEqual(['districtHead', 'district', 'districtHead2']);
    expect(ticketAggregate.areaCodeOf(ofHead)).toBe('500107');
    expect(ticketAggregate.areaCodeOf(state)).toBe(testTown);
    const elsewhere = after([
      aboutClerk({ about: about(staff.townHeadB), owner: named(staff.townHead) }),
      staff.clerk,
    ]);
    expect(ticketAggregate.areaCodeOf(elsewhere)).toBe(testTown);
  });

  it('an owner who has come into that house since answers it no more', () => {
    const state = after([aboutClerk({ owner: named(staff.district) }), staff.town]);
    const moved = { ...staff.district, role: 'townReviewer', areaCode: testTown } as const;
    expect(owns(state, staff.district)).toBe(true);
    expect(owns(state, moved)).toBe(false);
    expect(codeOf(state, answer(), moved)).toBe('case.notYourRole');
  });
});

it('an owner has a desk', () => {
  expect(ownerOf(named(staff.village))).toEqual({
    level: 'village',
    areaCode: villageA,
    accountId: staff.village.accountId,
  });
  expect(() => ownerOf(named(staff.monitor))).toThrow('system owns no ticket');
});
