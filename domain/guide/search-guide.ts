import type { AssistanceKind } from '../application/application.ts';
import type { ReadArticle, ReadBlock } from './read-guide.ts';

export interface GuideQuery {
  /** Words parted by blanks; all of them have to occur. Empty: everything. */
  words: string;
  audience: 'resident' | 'clerk' | null;
  kind: AssistanceKind | null;
}

export interface GuideHit {
  article: ReadArticle;
  score: number;
  /** Around the first word where it was found; the summary where it was not in the body. */
  excerpt: string;
}

/** Where a word counts how much: what an article is called says most. */
const weights = { title: 8, keywords: 6, summary: 4, body: 2, sources: 1 } as const;
const before = 14;
const after = 46;

const isLaw = ({ updatedOn }: ReadArticle): boolean => updatedOn === null;

/**
 * Articles that hold every word, best first, in listed order where equal. Articles of the law come after the guide's
 * own and only when searched for.
 */
export function searchGuide(
  articles: readonly ReadArticle[],
  { words, audience, kind }: GuideQuery,
): GuideHit[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return articles
    .filter((article) => audience === null || article.audience === 'both' || article.audience === audience)
    .filter(({ kinds }) => kind === null || kinds.length === 0 || kinds.includes(kind))
    .filter((article) => !isLaw(article) || wanted.length > 0)
    .flatMap((article) => hit(article, wanted) ?? [])
    .sort((a, b) => Number(isLaw(a.article)) - Number(isLaw(b.article)) || b.score - a.score);
}

function hit(article: ReadArticle, wanted: readonly string[]): GuideHit | null {
  const body = article.body.flatMap(blockTexts);
  const fields: Record<keyof typeof weights, string[]> = {
    title: [article.title],
    keywords: article.keywords,
    summary: [article.summary],
    body,
    sources: article.sources.map(({ title, article: label }) => `${title}${label ?? ''}`),
  };
  let score = 0;
  for (const word of wanted) {
    const holding = (Object.keys(weights) as (keyof typeof weights)[]).filter((name) =>
      fields[name].some((text) => text.toLowerCase().includes(word)),
    );
    if (holding.length === 0) return null;
    score += holding.reduce((sum, name) => sum + weights[name], 0);
  }
  return { article, score, excerpt: excerptOf(body, wanted[0]) ?? article.summary };
}

function excerptOf(body: readonly string[], word: string | undefined): string | null {
  if (!word) return null;
  const text = body.find((each) => each.toLowerCase().includes(word));
  if (!text) return null;
  const at = text.toLowerCase().indexOf(word);
  const from = Math.max(0, at - before);
  const to = Math.min(text.length, at + word.length + after);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/** Everything of a block that is read, line by line. */
export function blockTexts(block: ReadBlock): string[] {
  switch (block.type) {
    case 'heading':
    case 'text':
      return [block.text];
    case 'list':
    case 'steps':
      return block.items;
    case 'law':
      return [block.quote];
    case 'materials':
      return [...block.always, ...block.sometimes].map(({ title, reason }) => `${title}：${reason}`);
    case 'clocks':
      return block.lines.map(({ step, days }) => `${step}：${days}`);
    case 'contacts':
      return [block.hotline, ...block.offices].map(({ name }) => name);
    case 'hotline':
      return [block.hotline.name];
  }
}
