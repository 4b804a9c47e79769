import { Line } from '../../../domain/official-documents/common.ts';
import type { Level } from '../../../domain/process/steps.ts';
import type { Place } from '../../ports/ports.ts';
import type { StoreReader } from '../../ports/store.ts';

const district = '重庆市九龙坡区';

/** Who issues a paper: as on the seal, in short for its number, and where to ask. */
export interface Office {
  fullName: string;
  shortName: string;
  phone: string;
  address: string;
}

/** The public service hotline of every city, until the office has set its own. */
const defaultPhone = '12345';

/**
 * The town's government or sub-district office, or the district's civil affairs bureau. `office.phone` and `office.address` are
 * settings of this station; what does not fit on a line is left out.
 */
export async function officeFor(
  level: Level,
  townCode: string,
  places: readonly Place[],
  reader: StoreReader,
): Promise<Office> {
  const town = places.find(({ code }) => code === townCode)?.name;
  const names = level === 'district' || !town ? bureau : townOffice(town);
  return {
    ...names,
    phone: (await setting(reader, 'office.phone')) ?? defaultPhone,
    address: (await setting(reader, 'office.address')) ?? `${names.fullName}社会救助窗口`,
  };
}

const bureau = { fullName: `${district}民政局`, shortName: '民政' };

/** 杨家坪街道 → 重庆市九龙坡区杨家坪街道办事处, 华岩镇 → 重庆市九龙坡区华岩镇人民政府. */
function townOffice(town: string): { fullName: string; shortName: string } {
  const shortName = town.replace(/(街道|镇|乡)$/, '');
  const suffix = town.endsWith('街道') ? '办事处' : '人民政府';
  return { fullName: `${district}${town}${suffix}`, shortName };
}

async function setting(reader: StoreReader, key: string): Promise<string | null> {
  const read = Line.safeParse(await reader.setting(key));
  return read.success ? read.data : null;
}
