import { z } from 'zod';
import type { Actor, Role } from '../log/event-envelope.ts';

/** 网格、村居、镇街、区: the four levels linked by alerts and tickets, lowest first. */
export const Level = z.enum(['grid', 'village', 'town', 'district']);
export type Level = z.infer<typeof Level>;

/** Digits of a level's area code; a grid has the code of its village. */
export const areaDigits: Readonly<Record<Level, number>> = { grid: 12, village: 12, town: 9, district: 6 };

/** A desk that something lies with: a level at a place, and the person named there, if any. */
export const Office = z
  .strictObject({
    level: Level,
    areaCode: z.string().regex(/^\d+$/),
    accountId: z.uuid().nullable(),
  })
  .refine(({ level, areaCode }) => areaCode.length === areaDigits[level], { error: 'office.areaCode' });
export type Office = z.infer<typeof Office>;

const levels: Partial<Record<Role, Level>> = {
  grid: 'grid',
  village: 'village',
  windowClerk: 'town',
  townReviewer: 'town',
  townHead: 'town',
  districtReviewer: 'district',
  districtHead: 'district',
};

/** Null for roles that sit at no desk (admin, system, portal), and for an area that is none of the role's level. */
export function levelOf({ role, areaCode }: Pick<Actor, 'role' | 'areaCode'>): Level | null {
  const level = levels[role];
  return level && areaCode.length === areaDigits[level] ? level : null;
}

export const rankOf = (level: Level): number => Level.options.indexOf(level);

/** The desk one level up, nobody named; null above the district. */
export function officeAbove({ level, areaCode }: Office): Office | null {
  const above = Level.options[rankOf(level) + 1];
  return above ? { level: above, areaCode: areaCode.slice(0, areaDigits[above]), accountId: null } : null;
}

/** Of this level and place, whoever is named. */
export const worksAt = (actor: Actor, { level, areaCode }: Office): boolean =>
  levelOf(actor) === level && actor.areaCode === areaCode;

/** Of this level or a higher one whose area contains the place. */
export function atOrAbove(actor: Actor, { level, areaCode }: Office): boolean {
  const own = levelOf(actor);
  return own !== null && rankOf(own) >= rankOf(level) && areaCode.startsWith(actor.areaCode);
}

/** The place after a desk has been given the matter: a desk elsewhere, or further down, moves it there. */
export const placeAfter = (place: string, { areaCode }: Pick<Office, 'areaCode'>): string =>
  place.startsWith(areaCode) ? place : areaCode;
