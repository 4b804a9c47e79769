export type SelfCareLevel = 'able' | 'partial' | 'unable';

export const selfCareNames: Record<SelfCareLevel, string> = {
  able: '具备生活自理能力',
  partial: '部分丧失生活自理能力',
  unable: '完全丧失生活自理能力',
};

/** The six items of 民发〔2021〕43号 in the order of the form. */
export const selfCareItems = [
  { code: 'eating', label: '自己吃饭' },
  { code: 'dressing', label: '自己穿衣' },
  { code: 'bed', label: '自己上下床' },
  { code: 'toilet', label: '自己上厕所' },
  { code: 'walking', label: '在屋里自己走动' },
  { code: 'bathing', label: '自己洗澡' },
] as const;

type Answers = Partial<Record<string, boolean>> | undefined;

export const selfCareFailed = (answers: Answers): number =>
  selfCareItems.filter(({ code }) => answers?.[code] === false).length;

/** 0 items failed: 具备; 1–3: 部分丧失; 4–6: 完全丧失. Null until all six are answered. */
export function selfCareLevel(answers: Answers): SelfCareLevel | null {
  if (selfCareItems.some(({ code }) => answers?.[code] === undefined)) return null;
  const failed = selfCareFailed(answers);
  if (failed === 0) return 'able';
  return failed <= 3 ? 'partial' : 'unable';
}
