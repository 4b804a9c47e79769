import { z } from 'zod';
import type { CaseRow, StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { normaliseIdNumber } from '../../domain/values/id-number.ts';
import { caseEntity, type CaseTableRow } from '../entities/case-entity.ts';
import { namePinyin, nameTokens, searchTerms } from '../search-terms.ts';
import { upsert, type Session } from './session.ts';
import { caseFromRow, caseToRow, idLabel } from './case-mapping.ts';

const Seq = z.array(z.object({ seq: z.int() }));
const StepCounts = z.array(z.object({ step: z.string(), count: z.int() }));
/** Steps after which the same person may apply anew. */
const CLOSED = ['WITHDRAWN', 'ABANDONED'];
const LAST_CHARACTER = '\u{10FFFF}';

/** Equality on a stored prefix, so that the index also gives the order. */
function areaColumn(areaCode: string): keyof CaseTableRow & string {
  if (areaCode.length <= 6) return 'districtCode';
  return areaCode.length <= 9 ? 'townCode' : 'villageCode';
}

/** One sub-select of row numbers per meaning the text can have; null when nothing was typed. */
function matching(
  session: Session,
  text: string,
): { sql: string; parameters: Record<string, unknown> } | null {
  const terms = searchTerms(text);
  if (!terms) return null;
  const parts = [
    'SELECT seq FROM cases WHERE case_code >= :code AND case_code < :codeEnd',
    'SELECT seq FROM cases WHERE case_no >= :code AND case_no < :codeEnd',
  ];
  const parameters: Record<string, unknown> = { code: terms.code, codeEnd: terms.code + LAST_CHARACTER };
  if (terms.phrase) {
    parts.push('SELECT rowid FROM case_names WHERE case_names MATCH :phrase');
    parameters['phrase'] = terms.phrase;
  }
  if (terms.latin) {
    parts.push('SELECT seq FROM cases WHERE pinyin >= :latin AND pinyin < :latinEnd');
    parts.push('SELECT seq FROM cases WHERE initials >= :latin AND initials < :latinEnd');
    Object.assign(parameters, { latin: terms.latin, latinEnd: terms.latin + LAST_CHARACTER });
  }
  if (terms.idNumber) {
    parts.push('SELECT seq FROM cases WHERE id_index = :idIndex');
    parameters['idIndex'] = session.crypto.blind(idLabel, terms.idNumber);
  }
  return { sql: parts.join(' UNION '), parameters };
}

async function findCases(session: Session, query: Parameters<StoreReader['cases']>[0]): Promise<CaseRow[]> {
  const builder = session.manager.createQueryBuilder(caseEntity, 'c');
  builder.where(`c.${areaColumn(query.areaCode)} = :area`, { area: query.areaCode });
  if (query.step !== null) builder.andWhere('c.step = :step', { step: query.step });
  const match = matching(session, query.search);
  if (match) builder.andWhere(`c.seq IN (${match.sql})`, match.parameters);
  const rows = await builder.orderBy('c.dueOrder').addOrderBy('c.seq').limit(query.limit).getMany();
  return rows.map((row) => caseFromRow(session, row));
}

type CaseReads = Pick<StoreReader, 'caseRow' | 'caseByCode' | 'cases' | 'caseCounts' | 'openCasesOf'>;

export const caseReads = (session: Session): CaseReads => ({
  async caseRow(id) {
    const row = await session.manager.findOneBy(caseEntity, { id });
    return row ? caseFromRow(session, row) : null;
  },
  async caseByCode(caseCode) {
    const row = await session.manager.findOneBy(caseEntity, { caseCode });
    return row ? caseFromRow(session, row) : null;
  },
  cases: (query) => findCases(session, query),
  async caseCounts(areaCode) {
    const property = areaColumn(areaCode);
    const column = session.manager.connection.getMetadata(caseEntity).findColumnWithPropertyName(property);
    const sql = `SELECT step, count(*) AS count FROM cases WHERE ${column?.databaseName} = ? GROUP BY step`;
    const rows = StepCounts.parse(await session.manager.query(sql, [areaCode]));
    return Object.fromEntries(rows.map((row) => [row.step, row.count]));
  },
  async openCasesOf(idNumber) {
    const idIndex = session.crypto.blind(idLabel, normaliseIdNumber(idNumber));
    const rows = await session.manager.find(caseEntity, { where: { idIndex }, order: { seq: 'ASC' } });
    return rows.filter((row) => !CLOSED.includes(row.step)).map((row) => caseFromRow(session, row));
  },
});

export const caseWrites = (session: Session): Pick<StoreWriter, 'saveCaseRow'> => ({
  async saveCaseRow(row) {
    const { manager } = session;
    await upsert(manager, caseEntity, caseToRow(session, row, namePinyin(row.applicantName)), 'id');
    const [saved] = Seq.parse(await manager.query('SELECT seq FROM cases WHERE id = ?', [row.id]));
    if (!saved) throw new Error('a case row just saved is not there');
    const names = [saved.seq, nameTokens(row.applicantName)];
    await manager.query('INSERT OR REPLACE INTO case_names (rowid, name) VALUES (?, ?)', names);
  },
});
