import type { SelectQueryBuilder } from 'typeorm';
import type { CaseQuery } from '../../core/ports/store.ts';
import { caseEntity, type CaseTableRow } from '../entities/case-entity.ts';
import { searchTerms } from '../search-terms.ts';
import { areaColumn } from './area-column.ts';
import { idLabel } from './case-mapping.ts';
import type { Session } from './session.ts';

const LAST_CHARACTER = '\u{10FFFF}';

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

/** The cases a query means, without order or page; `steps` has to name at least one. */
export function selectCases(session: Session, query: CaseQuery): SelectQueryBuilder<CaseTableRow> {
  const builder = session.manager.createQueryBuilder(caseEntity, 'c');
  builder.where(`c.${areaColumn(query.areaCode)} = :area`, { area: query.areaCode });
  const { steps, claimedBy, flag, kind, dueUntil } = query;
  if (steps?.length === 1) builder.andWhere('c.step = :step', { step: steps[0] });
  else if (steps) builder.andWhere('c.step IN (:...steps)', { steps: [...steps] });
  if (claimedBy !== undefined) builder.andWhere('c.claimedBy = :claimedBy', { claimedBy });
  if (dueUntil !== undefined)
    builder.andWhere(`c.due IS NOT NULL AND c.due <> 'calendar.unpublished' AND c.due <= :dueUntil`, {
      dueUntil,
    });
  if (kind !== undefined) builder.andWhere('c.kind = :kind', { kind });
  if (flag !== undefined) builder.andWhere(`instr(',' || c.flags || ',', :flag) > 0`, { flag: `,${flag},` });
  const match = matching(session, query.search);
  if (match) builder.andWhere(`c.seq IN (${match.sql})`, match.parameters);
  return builder;
}
