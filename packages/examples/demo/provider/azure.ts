import { sendJson } from '../../local/loopback.js';
import { requestId, type Vendor } from './vendor.js';

const SAFE = { filtered: false, severity: 'safe' };

/**
 * Azure OpenAI, whose content filter takes an angry customer for a violent one.
 * Form and words: Azure OpenAI's page "Content filtering".
 */
export const azure: Vendor = (_call, response) =>
  sendJson(
    response,
    400,
    {
      error: {
        message:
          "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry. To learn more about our content filtering policies please read our documentation: https://go.microsoft.com/fwlink/?linkid=2198766",
        type: null,
        param: 'prompt',
        code: 'content_filter',
        status: 400,
        innererror: {
          code: 'ResponsibleAIPolicyViolation',
          content_filter_result: {
            hate: SAFE,
            self_harm: SAFE,
            sexual: SAFE,
            violence: { filtered: true, severity: 'medium' },
          },
        },
      },
    },
    { 'apim-request-id': requestId() },
  );
