import type { AreaFigures, SupervisionReport } from '../../domain/supervision/supervision-report.ts';
import { SupervisedClock } from '../../domain/supervision/supervision-report.ts';
import { clockWords, stepWords } from '../../domain/supervision/supervision-words.ts';
import { assistanceNames } from '../../domain/application/form-names.ts';
import { Step } from '../../domain/process/steps.ts';

export type Cell = string | number | null;
/** One sheet of a file: what it shows, its head and its rows, all of one length. */
export interface Table {
  title: string;
  head: string[];
  rows: Cell[][];
}

/** The report as tables; null cells are figures nobody has. The first one is what a file with one table gets. */
export function reportTables(report: SupervisionReport): Table[] {
  const areas = [...report.areas, { ...report.total, name: `合计（${report.total.name}）` }];
  const tables = [summary(report, areas), stepTimes(areas)];
  return report.cases.length > 0 ? [...tables, caseList(report)] : tables;
}

function summary({ from, to, today }: SupervisionReport, areas: readonly AreaFigures[]): Table {
  const head = [
    ...['区划代码', '地区', '统计开始', '统计结束', '截止日', '在办', '已认领', '超期件'],
    ...SupervisedClock.options.map((clock) => `超期：${clockWords[clock]}`),
    ...[
      '到期日待公布',
      '记录读不出',
      '期内新收',
      '期内办结',
      '全程中位数（工作日）',
      '全程九成以内（工作日）',
    ],
    ...['应探访户', '探访按时', '探访超期', '期内到期探访', '应认证', '已认证'],
    ...['取件应查天数', '取件不足天数', '取件次数'],
  ];
  const rows = areas.map((area): Cell[] => [
    ...[area.code, area.name, from, to, today, area.open, area.claimed, area.overdueCases],
    ...SupervisedClock.options.map((clock) => area.overdue[clock] ?? 0),
    ...[area.dueUnknown, area.unreadable, area.submitted, area.decided],
    ...[area.wholeCase.median, area.wholeCase.p90],
    ...[area.visits.households, area.visits.onTime, area.visits.overdue, area.visits.dueInPeriod],
    ...[area.certification?.due ?? null, area.certification?.done ?? null],
    ...[area.pickUps?.days ?? null, area.pickUps?.short ?? null, area.pickUps?.count ?? null],
  ]);
  return { title: '汇总', head, rows };
}

function stepTimes(areas: readonly AreaFigures[]): Table {
  const head = [
    '区划代码',
    '地区',
    '步骤',
    '现在在办',
    '期内件次',
    '中位数（工作日）',
    '九成以内（工作日）',
    '算不出的件次',
  ];
  const rows = areas.flatMap((area) =>
    Step.options
      .filter((step) => area.openByStep[step] !== undefined || area.timeInStep[step] !== undefined)
      .map((step): Cell[] => {
        const time = area.timeInStep[step];
        return [
          ...[area.code, area.name, stepWords[step], area.openByStep[step] ?? 0],
          ...[time?.count ?? 0, time?.median ?? null, time?.p90 ?? null, time?.unknown ?? 0],
        ];
      }),
  );
  return { title: '各步骤用时', head, rows };
}

function caseList({ cases }: SupervisionReport): Table {
  return {
    title: '办件',
    head: ['编号', '救助种类', '步骤', '提交日', '超期的时限', '探访超期', '已认领'],
    rows: cases.map((each) => [
      ...[each.caseCode, assistanceNames[each.kind], stepWords[each.step], each.submittedOn],
      ...[
        each.overdue.map((clock) => clockWords[clock]).join('、'),
        yesNo(each.visitOverdue),
        yesNo(each.claimed),
      ],
    ]),
  };
}

const yesNo = (is: boolean): string => (is ? '是' : '否');
