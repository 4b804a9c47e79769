import { describe, expect, it } from 'vitest';
import places from '../../assets/places/jiulongpo-500107.json' with { type: 'json' };
import { AssistanceKind } from '../application/application.ts';
import { requiredMaterials } from '../materials/required-materials.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import { checkGuide } from './check-guide.ts';
import { GuideArticle, GuideContacts, type Guide } from './guide-article.ts';
import { guideMaterials } from './guide-materials.ts';
import { clockLines, fillTokens } from './guide-words.ts';
import { readGuide, type ReadArticle } from './read-guide.ts';
import { blockTexts, searchGuide } from './search-guide.ts';
import { shippedContacts, shippedGuide } from './shipped-guide.ts';

const [annex, national] = shippedRuleSets as [(typeof shippedRuleSets)[0], (typeof shippedRuleSets)[0]];
const settings = { guide: shippedGuide, rules: annex, contacts: shippedContacts, towns: places };
/** Read anew for each test: what runs while tests are collected belongs to none of them. */
const read = () => readGuide(settings);
const article = (id: string, among = read()): ReadArticle => among.find((each) => each.id === id)!;
const all = { words: '', audience: null, kind: null } as const;
const found = (words: string, more: Partial<Parameters<typeof searchGuide>[1]> = {}): string[] =>
  searchGuide(read(), { ...all, words, ...more }).map((hit) => hit.article.id);

describe('the shipped guide', () => {
  it('has no problem under any rule set', () => {
    for (const rules of shippedRuleSets) expect(checkGuide(shippedGuide, rules)).toEqual([]);
  });

  it('has one article on each kind with who, where, what to bring and what comes then', () => {
    for (const kind of AssistanceKind.options) {
      const own = shippedGuide.articles.filter(({ body }) =>
        body.some((block) => block.type === 'materials' && block.kind === kind),
      );
      expect(own.map(({ kinds }) => kinds)).toEqual([[kind]]);
      const headings = own[0]!.body.flatMap((block) => (block.type === 'heading' ? block.text : []));
      expect(headings).toEqual(expect.arrayContaining(['谁可以申请', '到哪里申请', '带什么', '申请以后']));
    }
  });

  it('holds the 78 articles of the law in order, labelled as numbered', () => {
    const { articles: law } = shippedGuide.law;
    expect(law.map(({ number }) => number)).toEqual(Array.from({ length: 78 }, (_, index) => index + 1));
    expect(law.map(({ label }) => label)).toEqual(law.map(({ number }) => `第${chinese(number)}条`));
  });

  it('names every office of the district and no phone number that nobody gave', () => {
    const block = article('contacts').body.find((each) => each.type === 'contacts');
    expect(block?.offices.map(({ name }) => name.replace(/（.*）$/, ''))).toEqual([
      '九龙坡区民政局',
      ...places.map(({ name }) => name),
    ]);
    expect([block?.hotline, ...(block?.offices ?? [])].map((office) => office?.phone)).toEqual(
      Array.from({ length: places.length + 2 }, () => null),
    );
  });

  it('shows a number the district has set', () => {
    const phone = '000-1234567';
    const contacts = GuideContacts.parse({
      ...shippedContacts,
      hotline: { ...shippedContacts.hotline, phone },
      towns: { 500107001: { phone, address: '示例路1号' } },
    });
    const block = article('contacts', readGuide({ ...settings, contacts })).body[0];
    if (block?.type !== 'contacts') throw new Error('no contacts');
    expect(block.hotline.phone).toBe(phone);
    expect(block.offices.filter((office) => office.phone !== null)).toEqual([
      { name: '杨家坪街道', phone, address: '示例路1号' },
    ]);
  });
});

const digits = '零一二三四五六七八九';
function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

describe('checkGuide finds', () => {
  const dibao = shippedGuide.articles.find(({ id }) => id === 'dibao')!;
  const broken = (change: Partial<GuideArticle>): Guide => ({
    ...shippedGuide,
    articles: [{ ...dibao, body: [{ type: 'text', text: '正文' }], ...change }],
  });
  const codes = (guide: Guide): string[] => checkGuide(guide, annex).map(({ code }) => code);

  it.each<[string, Partial<GuideArticle>]>([
    ['source.unknown', { sources: [{ source: 'hearsay', article: null }] }],
    ['source.noSuchLawArticle', { sources: [{ source: 'law-2026', article: '第七十九条' }] }],
    ['source.noSuchLawArticle', { sources: [{ source: 'law-2026', article: null }] }],
    ['quote.notVerbatim', { body: [{ type: 'law', article: 18, quote: '按月发放低保金' }] }],
    ['quote.notInSources', { body: [{ type: 'law', article: 2, quote: '国家建立和完善社会救助制度' }] }],
    ['token.unknown', { summary: '{soon}内告诉您' }],
    ['period.literal', { body: [{ type: 'list', items: ['2个工作日内受理'] }] }],
    ['period.literal', { title: '七天内公示' }],
    ['period.literal', { summary: '15工作日办结' }],
    ['token.unknown', { body: [{ type: 'heading', text: '多久{soon}' }] }],
    ['token.unknown', { body: [{ type: 'text', text: '{soon}内告诉您' }] }],
    ['token.unknown', { body: [{ type: 'steps', items: ['等{soon}'] }] }],
  ])('%s', (code, change) => {
    expect(codes(broken(change))).toEqual([code]);
  });

  it('what exactly is wrong', () => {
    const problems = (change: Partial<GuideArticle>) => checkGuide(broken(change), annex);
    const quote = '国家建立和完善社会救助制度';
    // Named, but as an article of another paper.
    const sources = [
      { source: 'dibao-2021', article: '第二条' },
      { source: 'law-2026', article: '第三条' },
    ];
    expect(problems({ sources, body: [{ type: 'law', article: 2, quote }] })).toEqual([
      { article: 'dibao', code: 'quote.notInSources', at: '第二条' },
    ]);
    expect(problems({ body: [{ type: 'law', article: 99, quote }] })).toEqual([
      { article: 'dibao', code: 'quote.notVerbatim', at: quote },
      { article: 'dibao', code: 'quote.notInSources', at: '99' },
    ]);
    expect(problems({ sources: [{ source: 'law-2026', article: null }] })[0]?.at).toBe('null');
    // A quote may speak of periods in its own words.
    const seventh = { type: 'law', article: 78, quote: '本法自2026年7月1日起施行' } as const;
    expect(problems({ sources: [{ source: 'law-2026', article: '第七十八条' }], body: [seventh] })).toEqual(
      [],
    );
  });

  it('two articles of one name', () => {
    expect(codes({ ...shippedGuide, articles: [dibao, dibao] })).toEqual(['article.twice']);
  });

  it('nothing else: date and source are required by the schema', () => {
    expect(codes(broken({}))).toEqual([]);
    expect(GuideArticle.safeParse(dibao).success).toBe(true);
    expect(GuideArticle.safeParse({ ...dibao, sources: [] }).success).toBe(false);
    expect(GuideArticle.safeParse({ ...dibao, updatedOn: '2026' }).success).toBe(false);
  });
});

describe('what is computed', () => {
  it('periods come from the rule set', () => {
    expect(fillTokens('{accept}、{notice}、{wholeCase}、{wholeCaseExtended}、{pickUps}', annex)).toBe(
      '2个工作日、7天、15个工作日、30个工作日、2次',
    );
    expect(fillTokens('{accept}、{wholeCase}、{pickUps}', national)).toBe(
      '规定的时间（没有单独的天数）、30个工作日、规定的次数（没有写明）',
    );
    expect(fillTokens('{survey}、{review}、{district}、{inform}、{followUp}、{soon}', annex)).toBe(
      '2个工作日、10个工作日、5个工作日、3个工作日、2个工作日、{soon}',
    );
    const lines = (rules: typeof annex): string[] =>
      clockLines(rules).map(({ step, from, days }) => `${step}，从${from}起：${days}`);
    expect(lines(annex)).toEqual([
      '受理，或一次性告知缺什么，从提交申请起：2个工作日',
      '开始调查，从受理起：2个工作日',
      '初审意见，从受理起：10个工作日',
      '公示，从张贴起：7天',
      '区民政局决定，从区民政局收到起：5个工作日',
      '书面告诉您结果，从决定起：3个工作日',
      '从头到尾，从受理起：15个工作日',
      '有特殊情况延长到，从受理起：30个工作日',
    ]);
    expect(lines(national)[0]).toMatch(/：没有单独规定$/);
    expect(article('steps-and-clocks').body[0]).toEqual({
      ...{ type: 'clocks', lines: clockLines(annex), document: annex.document },
    });
  });

  it('extension reasons come from the rule set', () => {
    const lists = article('clerk-extension').body.flatMap((block) =>
      block.type === 'list' ? [block.items] : [],
    );
    expect(lists[0]).toEqual(annex.wholeCase.extensionReasons.map(({ title }) => title));
  });

  it.each(AssistanceKind.options)('materials of %s are those the window asks for', (kind) => {
    const { always, sometimes } = guideMaterials(kind);
    const member = { id: 'm', disabled: false, seriousIllness: false, studentAdult: false, capacity: true };
    const asked = requiredMaterials({ kind, members: [member], hasAgent: false, verifiable: [] });
    expect(always.map(({ slot }) => slot)).toEqual(asked.map(({ slot }) => slot));
    expect(sometimes.some(({ slot }) => slot === 'entrustment')).toBe(true);
    const titles = [...always, ...sometimes].map(({ title, reason }) => `${title} ${reason}`);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each<[AssistanceKind, string[]]>([
    [
      'tekun',
      [
        '经济状况核对授权书：由监护人代签，同意核对收入和财产',
        '经济状况核对授权书：法定赡养、抚养、扶养义务人同意核对',
      ],
    ],
    [
      'linshi',
      [
        '公安或消防出具的记录：遭遇事故或火灾',
        '近12个月必需支出票据：有大额支出',
        '事后补充说明：先行救助，事后补充说明',
      ],
    ],
    ['dibao', ['残疾证：申报了残疾', '疾病诊断证明：申报了重病', '在读证明：成年子女在校就读']],
  ])('%s lists what is asked in special situations', (kind, expected) => {
    const lines = guideMaterials(kind).sometimes.map(({ title, reason }) => `${title}：${reason}`);
    expect(lines).toEqual(expect.arrayContaining(expected));
    const always = guideMaterials(kind).always.map(({ title, reason }) => `${title}：${reason}`);
    for (const line of expected) expect(always).not.toContain(line);
  });

  it('a plain household signs for itself', () => {
    const signed = guideMaterials('dibao').always.find(({ slot }) => slot === 'authorization');
    expect(signed?.reason).toBe('本人签字，同意核对收入和财产');
  });

  it('an article of the law is read as published', () => {
    expect(article('law-2')).toEqual({
      ...{
        id: 'law-2',
        audience: 'both',
        kinds: [],
        keywords: [],
        title: '《社会救助法》第二条',
        updatedOn: null,
      },
      summary: shippedGuide.law.articles[1]!.paragraphs[0],
      body: [{ type: 'text', text: shippedGuide.law.articles[1]!.paragraphs[0] }],
      sources: [
        {
          ...{ title: '《中华人民共和国社会救助法》', article: '第二条', date: '2026-07-01' },
          ...{ dateMeans: '施行', fullText: true },
        },
      ],
    });
    const quotes = article('dibao').body.flatMap((block) => (block.type === 'law' ? [block.label] : []));
    expect(quotes).toEqual(['第十八条', '第十八条', '第二十条']);
  });

  it('an office that others run says so', () => {
    const [block] = article('contacts').body;
    const names = block?.type === 'contacts' ? block.offices.map(({ name }) => name) : [];
    expect(names).toContain('含谷镇（高新区）');
    expect(names).toContain('西彭镇');
  });

  it('says which material is not asked for when it can be looked up', () => {
    const { always, sometimes } = guideMaterials('dibao');
    const waivable = [...always, ...sometimes].filter((each) => each.waivable).map(({ slot }) => slot);
    expect(waivable).toEqual(['householdBook', 'disabilityCard', 'diagnosis', 'enrolment']);
  });

  it('leaves no token and keeps the source known by its summary only marked', () => {
    for (const { title, summary, body } of read())
      expect([title, summary, ...body.flatMap(blockTexts)].join('')).not.toMatch(/[{}]/);
    const { sources } = article('supplement');
    expect(sources).toEqual([expect.objectContaining({ date: '2023', fullText: false })]);
  });
});

describe('searchGuide', () => {
  it('lists the guide in order without words, not the law', () => {
    expect(found('')).toEqual(shippedGuide.articles.map(({ id }) => id));
  });

  it('puts the article called so first and the law last', () => {
    expect(found('热线')[0]).toBe('complain');
    expect(found('公示')[0]).toBe('objection');
    const hits = found('热线');
    expect(hits.at(-1)).toBe('law-60');
    expect(hits.findIndex((id) => id.startsWith('law-'))).toBe(
      hits.filter((id) => !id.startsWith('law-')).length,
    );
  });

  it('asks for every word, in any field', () => {
    expect(found('临时救助 火灾')).toEqual(['linshi', 'which-kind']);
    expect(found('临时救助 没有这个词')).toEqual([]);
    expect(found('2025年后的 ')).toEqual([]);
  });

  it('finds by source and by other words people say', () => {
    expect(found('第七十三条')).toContain('tell-the-truth');
    expect(found('五保')).toEqual(['tekun']);
    expect(found('身份证')).toContain('linshi');
    expect(found('西彭镇')).toEqual(['contacts']);
  });

  it('keeps to audience and kind; what is for both or about all stays', () => {
    const residents = found('', { audience: 'resident' });
    expect(residents).toContain('dibao');
    expect(residents).not.toContain('clerk-survey');
    expect(found('', { audience: 'clerk' })).not.toContain('your-rights');
    const linshi = found('', { kind: 'linshi' });
    expect(linshi).toEqual(expect.arrayContaining(['linshi', 'contacts']));
    expect(linshi).not.toContain('dibao');
  });

  it('shows where a word was found', () => {
    const [hit] = searchGuide(read(), { ...all, words: '委托书' });
    expect(hit?.excerpt).toContain('委托书');
    const law = searchGuide(read(), { ...all, words: '价格临时补贴' }).at(-1);
    expect(law?.excerpt).toBe('…当根据物价上涨情况，及时发放价格临时补贴。');
    expect(searchGuide(read(), all)[0]?.excerpt).toBe(read()[0]?.summary);
  });

  const made = (change: Partial<ReadArticle>): ReadArticle => ({
    ...{ id: 'made', audience: 'both', kinds: [], keywords: [], title: '标题', summary: '概要' },
    ...{ body: [], sources: [], updatedOn: '2026-01-01', ...change },
  });
  const search = (words: string, ...among: ReadArticle[]) => searchGuide(among, { ...all, words });
  const text = (words: string) => made({ body: [{ type: 'text', text: words }] });

  it('looks into every field, whatever the case of letters', () => {
    expect(search('标题', made({}))).toHaveLength(1);
    expect(search('概要', made({}))).toHaveLength(1);
    expect(search('pdf', text('存成PDF文件'))[0]?.excerpt).toBe('存成PDF文件');
    expect(search('PDF', text('存成pdf文件'))).toHaveLength(1);
    expect(search('  存成   文件 ', text('存成文件'))).toHaveLength(1);
    const source = { title: '某办法', date: '2023', dateMeans: '印发', fullText: true } as const;
    expect(search('某办法第三条', made({ sources: [{ ...source, article: '第三条' }] }))).toHaveLength(1);
    expect(search('null', made({ sources: [{ ...source, article: null }] }))).toEqual([]);
  });

  it('weighs where a word stands', () => {
    const scores = (...among: ReadArticle[]) => search('火', ...among).map(({ score }) => score);
    const everywhere = made({
      title: '火',
      keywords: ['火灾'],
      summary: '火',
      body: [{ type: 'text', text: '火' }],
    });
    expect(scores(text('火'), everywhere, made({ title: '火' }))).toEqual([20, 8, 2]);
    expect(search('火 灾', made({ title: '火灾' }))[0]?.score).toBe(16);
  });

  it('cuts out the place where the first word stands', () => {
    const long = `${'前'.repeat(20)}灾${'后'.repeat(60)}`;
    expect(search('灾', text(long))[0]?.excerpt).toBe(`…${'前'.repeat(14)}灾${'后'.repeat(46)}…`);
    expect(search('灾', text(`${'前'.repeat(14)}灾${'后'.repeat(46)}`))[0]?.excerpt).not.toContain('…');
    expect(search('标题', made({}))[0]?.excerpt).toBe('概要');
  });

  it('reads every kind of block', () => {
    const material = {
      slot: 'idCard',
      title: '身份证',
      reason: '确认身份',
      source: '',
      waivable: false,
    } as const;
    const office = { name: '某街道', phone: null, address: null };
    expect(blockTexts({ type: 'materials', always: [material], sometimes: [] })).toEqual([
      '身份证：确认身份',
    ]);
    expect(blockTexts({ type: 'law', label: '第一条', quote: '原文' })).toEqual(['原文']);
    expect(blockTexts({ type: 'hotline', hotline: office })).toEqual(['某街道']);
    expect(blockTexts({ type: 'contacts', hotline: office, offices: [office] })).toEqual([
      '某街道',
      '某街道',
    ]);
    const line = { step: '受理', from: '', days: '2个工作日', source: '' };
    expect(blockTexts({ type: 'clocks', lines: [line], document: '' })).toEqual(['受理：2个工作日']);
  });
});
