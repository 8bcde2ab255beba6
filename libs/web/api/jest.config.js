import { webPreset } from '../../../jest.web.js';

export default webPreset('web-api', import.meta.dirname);
