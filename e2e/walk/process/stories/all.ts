import type { Story } from '../story.ts';
import { clockStories, lastStories } from './clocks.ts';
import { householdStories } from './household.ts';
import { kindStories } from './kinds.ts';
import { noticeStories } from './notice.ts';
import { wayStories } from './ways.ts';

/** In the order of their days: the clock only moves on. */
export const allStories: readonly Story[] = [
  ...kindStories,
  ...householdStories,
  ...noticeStories,
  ...wayStories,
  ...clockStories,
  ...lastStories,
];

export const storiesNamed = (beginnings: readonly string[]): Story[] =>
  allStories.filter(({ name }) => beginnings.some((beginning) => name.startsWith(beginning)));
export const namesOf = (stories: readonly Story[]): string => stories.map(({ name }) => name).join('\n');
