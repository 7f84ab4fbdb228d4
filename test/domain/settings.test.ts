import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';

describe('until an administrator changes something', () => {
  it('a left conversation is closed after 90 days, and the workflow has its reply', () => {
    expect(DEFAULT_SETTINGS.leave).toEqual({
      enabled: false,
      onReply: 'new-task',
      studioFlowSid: null,
      customRoutingTimeout: 'PT1H',
      expiresAfter: 'P90D',
    });
  });

  it('what an agent resumes who is full goes through the workflow', () => {
    expect(DEFAULT_SETTINGS.pause.whenAtCapacity).toBe('workflow');
  });

  it('nobody is a bot', () => {
    expect(DEFAULT_SETTINGS.botIdentities).toEqual([]);
  });

  it('no attribute is kept under hipaa', () => {
    expect(DEFAULT_SETTINGS.hipaaAttributes).toEqual([]);
  });
});
