import type { RuleSet } from '../rules/rule-set.ts';
import type { Guide, GuideArticle, GuideBlock } from './guide-article.ts';
import { fillTokens } from './guide-words.ts';

export interface GuideProblem {
  article: string;
  code:
    | 'article.twice'
    | 'source.unknown'
    | 'source.noSuchLawArticle'
    | 'quote.notVerbatim'
    | 'quote.notInSources'
    | 'token.unknown'
    | 'period.literal';
  /** The piece of text it is about. */
  at: string;
}

/** Whether every article can be trusted: real sources, quotes word for word, no period written as a number. */
export function checkGuide(guide: Guide, rules: RuleSet): GuideProblem[] {
  return guide.articles.flatMap((article, index) => {
    const found: GuideProblem[] = [];
    const say = (code: GuideProblem['code'], at: string): unknown =>
      found.push({ article: article.id, code, at });
    if (guide.articles.findIndex(({ id }) => id === article.id) !== index) say('article.twice', article.id);
    for (const { source, article: label } of article.sources) {
      if (!guide.sources.some(({ id }) => id === source)) say('source.unknown', source);
      if (source === 'law-2026' && !guide.law.articles.some((each) => each.label === label))
        say('source.noSuchLawArticle', String(label));
    }
    for (const block of article.body) if (block.type === 'law') checkQuote(guide, article, block, say);
    for (const text of textsOf(article)) {
      if (/[{}]/.test(fillTokens(text, rules))) say('token.unknown', text);
      if (/[\d一二两三四五六七八九十]+个?(工作日|天内)/.test(text)) say('period.literal', text);
    }
    return found;
  });
}

function checkQuote(
  { law }: Guide,
  article: GuideArticle,
  { article: number, quote }: Extract<GuideBlock, { type: 'law' }>,
  say: (code: GuideProblem['code'], at: string) => unknown,
): void {
  const quoted = law.articles.find((each) => each.number === number);
  if (!quoted?.paragraphs.some((paragraph) => paragraph.includes(quote))) say('quote.notVerbatim', quote);
  const named = article.sources.some((each) => each.source === 'law-2026' && each.article === quoted?.label);
  if (!named) say('quote.notInSources', quoted?.label ?? String(number));
}

/** What the office says in its own words; quotes are the law's. */
function textsOf({ title, summary, body }: GuideArticle): string[] {
  return [title, summary, ...body.flatMap(textsOfBlock)];
}

function textsOfBlock(block: GuideBlock): string[] {
  if (block.type === 'heading' || block.type === 'text') return [block.text];
  return block.type === 'list' || block.type === 'steps' ? block.items : [];
}
