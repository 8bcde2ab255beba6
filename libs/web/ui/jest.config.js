import { webPreset } from '../../../jest.web.js';

export default webPreset('web-ui', import.meta.dirname);
