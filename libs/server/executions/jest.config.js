import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-executions', rootDir: import.meta.dirname };
