import type { RuleSet } from '../rules/rule-set.ts';
import type {
  Guide,
  GuideArticle,
  GuideBlock,
  GuideContacts,
  GuideSource,
  LawText,
} from './guide-article.ts';
import { guideMaterials } from './guide-materials.ts';
import { clockLines, fillTokens } from './guide-words.ts';

/** An office of the district, from its list of places. */
export interface Town {
  code: string;
  name: string;
  managedBy: string;
}

export interface Office {
  name: string;
  phone: string | null;
  address: string | null;
}

/** An article as it is read: no token, no lookup left. */
export type ReadBlock =
  | Extract<GuideBlock, { type: 'heading' | 'text' | 'list' | 'steps' }>
  | { type: 'law'; label: string; quote: string }
  | ({ type: 'materials' } & ReturnType<typeof guideMaterials>)
  | { type: 'clocks'; lines: ReturnType<typeof clockLines>; document: string }
  | { type: 'contacts'; hotline: Office; offices: Office[] }
  | { type: 'hotline'; hotline: Office };

export interface ReadSource {
  title: string;
  article: string | null;
  date: GuideSource['date'];
  dateMeans: GuideSource['dateMeans'];
  fullText: boolean;
}

export interface ReadArticle extends Pick<GuideArticle, 'id' | 'audience' | 'kinds' | 'keywords'> {
  title: string;
  summary: string;
  body: ReadBlock[];
  sources: ReadSource[];
  /** Null for an article of the law: its date stands in its source. */
  updatedOn: string | null;
}

export interface GuideSettings {
  guide: Guide;
  rules: RuleSet;
  contacts: GuideContacts;
  towns: readonly Town[];
}

/** Every article of the guide under these rules, then the law article by article as `law-37`. */
export function readGuide(settings: GuideSettings): ReadArticle[] {
  return [
    ...settings.guide.articles.map((article) => readArticle(article, settings)),
    ...settings.guide.law.articles.map((article) => readLawArticle(article, settings.guide)),
  ];
}

function readArticle(article: GuideArticle, settings: GuideSettings): ReadArticle {
  const { guide, rules } = settings;
  return {
    ...article,
    title: fillTokens(article.title, rules),
    summary: fillTokens(article.summary, rules),
    body: article.body.map((block) => readBlock(block, settings)),
    sources: article.sources.flatMap(({ source: id, article: label }) =>
      guide.sources.filter((each) => each.id === id).map((source) => sourceLine(source, label)),
    ),
  };
}

const sourceLine = (
  { title, date, dateMeans, fullText }: GuideSource,
  article: string | null,
): ReadSource => ({
  ...{ title, article, date, dateMeans, fullText },
});

function readLawArticle(article: LawText['articles'][number], { law }: Guide): ReadArticle {
  const [first = ''] = article.paragraphs;
  return {
    id: `law-${article.number}`,
    audience: 'both',
    kinds: [],
    keywords: [],
    title: `《社会救助法》${article.label}`,
    summary: first,
    body: article.paragraphs.map((text) => ({ type: 'text', text })),
    sources: [
      {
        title: `《${law.title}》`,
        article: article.label,
        date: law.inForce,
        dateMeans: '施行',
        fullText: true,
      },
    ],
    updatedOn: null,
  };
}

function readBlock(block: GuideBlock, { guide, rules, contacts, towns }: GuideSettings): ReadBlock {
  const fill = (text: string): string => fillTokens(text, rules);
  const hotline: Office = { ...contacts.hotline, address: null };
  switch (block.type) {
    case 'heading':
    case 'text':
      return { ...block, text: fill(block.text) };
    case 'list':
    case 'steps':
      return { ...block, items: block.items.map(fill) };
    case 'law': {
      const label = guide.law.articles.find(({ number }) => number === block.article)?.label ?? '';
      return { type: 'law', label, quote: block.quote };
    }
    case 'materials':
      return { type: 'materials', ...guideMaterials(block.kind) };
    case 'clocks':
      return { type: 'clocks', lines: clockLines(rules), document: rules.document };
    case 'extensions':
      return { type: 'list', items: rules.wholeCase.extensionReasons.map(({ title }) => title) };
    case 'contacts':
      return {
        type: 'contacts',
        hotline,
        offices: [contacts.district, ...towns.map((town) => office(town, contacts))],
      };
    case 'hotline':
      return { type: 'hotline', hotline };
  }
}

function office({ code, name, managedBy }: Town, contacts: GuideContacts): Office {
  const known = contacts.towns[code];
  return {
    name: managedBy === '九龙坡区' ? name : `${name}（${managedBy}）`,
    phone: known?.phone ?? null,
    address: known?.address ?? null,
  };
}
