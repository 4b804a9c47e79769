import { z } from 'zod';
import type { CaseRow, StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { closedSteps } from '../../domain/process/steps.ts';
import { normaliseIdNumber } from '../../domain/values/id-number.ts';
import { caseEntity } from '../entities/case-entity.ts';
import { namePinyin, nameTokens } from '../search-terms.ts';
import { areaSqlColumn } from './area-column.ts';
import { caseFromRow, caseToRow, idLabel, timelineFromRow } from './case-mapping.ts';
import { selectCases } from './case-search.ts';
import { upsert, type Session } from './session.ts';

const Seq = z.array(z.object({ seq: z.int() }));
const StepCounts = z.array(z.object({ step: z.string(), count: z.int() }));

const idIndexOf = ({ crypto }: Session, idNumber: string): Buffer =>
  crypto.blind(idLabel, normaliseIdNumber(idNumber));

async function openOnes(session: Session, found: string, idNumber: string): Promise<CaseRow[]> {
  const builder = session.manager.createQueryBuilder(caseEntity, 'c').where(found, {
    idIndex: idIndexOf(session, idNumber),
  });
  builder.andWhere('c.step NOT IN (:...closed)', { closed: [...closedSteps] });
  return (await builder.orderBy('c.seq').getMany()).map((row) => caseFromRow(session, row));
}

type CaseReads = Pick<
  StoreReader,
  | 'caseRow'
  | 'caseByCode'
  | 'cases'
  | 'countCases'
  | 'caseCounts'
  | 'caseTimelines'
  | 'openCasesOf'
  | 'openCasesOfPerson'
>;

export const caseReads = (session: Session): CaseReads => ({
  async caseRow(id) {
    const row = await session.manager.findOneBy(caseEntity, { id });
    return row ? caseFromRow(session, row) : null;
  },
  async caseByCode(caseCode) {
    const row = await session.manager.findOneBy(caseEntity, { caseCode });
    return row ? caseFromRow(session, row) : null;
  },
  async cases(query) {
    if (query.steps?.length === 0) return [];
    const builder = selectCases(session, query).orderBy('c.dueOrder').addOrderBy('c.seq');
    const rows = await builder.offset(query.offset).limit(query.limit).getMany();
    return rows.map((row) => caseFromRow(session, row));
  },
  countCases: async (query) => (query.steps?.length === 0 ? 0 : selectCases(session, query).getCount()),
  async caseCounts(areaCode) {
    const sql = `SELECT step, count(*) AS count FROM cases WHERE ${areaSqlColumn(areaCode)} = ? GROUP BY step`;
    const rows = StepCounts.parse(await session.manager.query(sql, [areaCode]));
    return Object.fromEntries(rows.map((row) => [row.step, row.count]));
  },
  async caseTimelines(areaCode) {
    // The sealed columns stay where they are: thousands of rows are counted at once.
    const sql = `SELECT id, case_code, kind, town_code, village_code, step, history, claimed_by, flags, next_visit_due,
      submitted_on FROM cases WHERE ${areaSqlColumn(areaCode)} = ? ORDER BY seq`;
    const rows: unknown = await session.manager.query(sql, [areaCode]);
    return z.array(z.unknown()).parse(rows).map(timelineFromRow);
  },
  openCasesOf: (idNumber) => openOnes(session, 'c.idIndex = :idIndex', idNumber),
  openCasesOfPerson: (idNumber) =>
    // A row of an older version names its applicant only.
    openOnes(
      session,
      `c.seq IN (SELECT case_seq FROM case_people WHERE id_index = :idIndex
        UNION SELECT seq FROM cases WHERE id_index = :idIndex)`,
      idNumber,
    ),
});

export const caseWrites = (session: Session): Pick<StoreWriter, 'saveCaseRow'> => ({
  async saveCaseRow(row) {
    const { manager } = session;
    await upsert(manager, caseEntity, caseToRow(session, row, namePinyin(row.applicantName)), 'id');
    const [saved] = Seq.parse(await manager.query('SELECT seq FROM cases WHERE id = ?', [row.id]));
    if (!saved) throw new Error('a case row just saved is not there');
    const names = [saved.seq, nameTokens(row.applicantName)];
    await manager.query('INSERT OR REPLACE INTO case_names (rowid, name) VALUES (?, ?)', names);
    await savePeople(session, saved.seq, row.people);
  },
});

/** Somebody without a number yet (a new-born) cannot be found by one. */
async function savePeople(session: Session, seq: number, people: CaseRow['people']): Promise<void> {
  const { manager } = session;
  await manager.query('DELETE FROM case_people WHERE case_seq = ?', [seq]);
  const rows = people
    .filter(({ idNumber }) => idNumber.trim() !== '')
    .map(({ personId, idNumber }) => [seq, personId, idIndexOf(session, idNumber)]);
  if (rows.length === 0) return;
  const places = rows.map(() => '(?,?,?)').join(',');
  const sql = `INSERT OR REPLACE INTO case_people (case_seq, person_id, id_index) VALUES ${places}`;
  await manager.query(sql, rows.flat());
}
