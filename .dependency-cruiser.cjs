/** Who may import whom: the shape of the folders is the architecture. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: {
    path: '^(assets|bench|cli|contract|core|db|devices|district|domain|e2e|loopback|main|preload|renderer|station|tools)/',
    pathNot: allowed,
  },
});
const inOnly = (lib, allowed) => ({
  name: `${lib}-only-there`,
  severity: 'error',
  comment: `${lib} is named only in ${allowed.join(', ')}`,
  from: { pathNot: allowed.map((a) => `^${a}/`) },
  to: { path: `node_modules/${lib}(/|$)` },
});
const tests = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain-imports-nothing', '^domain/', ['^domain/', '^assets/'], 'pure rules'),
    {
      name: 'domain-libraries',
      severity: 'error',
      comment: 'zod is the only library of the pure part',
      from: { path: '^(domain|contract)/', pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    only(
      'contract-imports-domain',
      '^contract/',
      ['^(contract|domain)/'],
      'the wire knows the rules, nothing else',
    ),
    only('core-knows-no-host', '^core/', ['^(core|contract|domain|assets)/'], 'use cases on ports'),
    only('db-below-core', '^db/', ['^(db|domain|assets)/', '^contract/', '^core/ports'], 'adapters'),
    only(
      'devices-below-core',
      '^devices/',
      ['^(devices|domain|assets|contract)/', '^core/ports'],
      'adapters',
    ),
    only(
      'renderer-sees-contract',
      '^renderer/',
      ['^(renderer|contract|domain|assets)/'],
      'the page talks through the contract',
    ),
    {
      name: 'page-has-no-calendar',
      severity: 'error',
      comment: 'days are counted by the calendar of the station',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: '^domain/calendar/shipped-calendar' },
    },
    only(
      'district-stands-alone',
      '^district/',
      [
        '^(district|domain|contract|assets)/',
        '^db/(driver|folder-lock|migrate|transaction|write-gate)\\.ts$',
      ],
      'another process, maybe another machine',
    ),
    only(
      'station-composes',
      '^station/',
      ['^(station|core|contract|domain|db|devices|assets)/'],
      'ports for the core, for every host',
    ),
    only(
      'loopback-not-main',
      '^loopback/',
      ['^(loopback|station|core|contract|domain|db|devices|assets)/'],
      'hosts do not know each other',
    ),
    only(
      'main-not-loopback',
      '^main/',
      ['^(main|station|core|contract|domain|db|devices|assets)/'],
      'hosts do not know each other',
    ),
    only('preload-alone', '^preload/', ['^(preload|contract)/'], 'one bridge'),
    only('tools-never-app', '^tools/', ['^tools/'], 'developer scripts'),
    inOnly('electron', ['main', 'preload']),
    inOnly('react', ['renderer']),
    inOnly('typeorm', ['db', 'district']),
    inOnly('@vladmandic/human', ['renderer/face']),
    {
      name: 'driver-only-there',
      severity: 'error',
      comment: 'one file names the driver',
      from: { pathNot: '^db/driver(-types\\.d)?\\.ts$' },
      to: { path: 'node_modules/better-sqlite3-multiple-ciphers/' },
    },
    {
      name: 'page-without-node',
      severity: 'error',
      comment: 'the page runs in a sandbox; only its build may use Node',
      from: { path: '^renderer/', pathNot: [tests, 'vite'] },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
