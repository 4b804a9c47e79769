import type { Story } from '../story.ts';
import { kindStories } from './kinds.ts';

/** In the order of their days: the clock only moves on. */
export const allStories: readonly Story[] = [...kindStories];

export const storiesNamed = (beginnings: readonly string[]): Story[] =>
  allStories.filter(({ name }) => beginnings.some((beginning) => name.startsWith(beginning)));
export const namesOf = (stories: readonly Story[]): string => stories.map(({ name }) => name).join('\n');
