/**
 * How fast a long step goes, and how long it will take.
 * @module
 */

/** Turns the percents of one step after the other into lines, one for each tenth. */
export class ProgressRate {
  #step = "";
  #began = 0;
  #tenth = -1;

  /**
   * The next line, or undefined where there is nothing new to say.
   *
   * @param step name of the step; a new one begins when it changes.
   * @param percent 0 to 100.
   * @param bytes size of the whole step.
   * @param now milliseconds of a clock that never goes back.
   */
  line(step: string, percent: number, bytes: number, now: number): string | undefined {
    const text = this.text(step, percent, bytes, now);
    const tenth = Math.floor(percent / 10);
    if (tenth <= this.#tenth) return undefined;
    this.#tenth = tenth;
    return text;
  }

  /** The same for a line that is rewritten in place. */
  text(step: string, percent: number, bytes: number, now: number): string {
    if (step !== this.#step) [this.#step, this.#began, this.#tenth] = [step, now, -1];
    const seconds = (now - this.#began) / 1000;
    const head = `${step}: ${Math.floor(percent)} %`;
    // The first moments say nothing about the rest.
    if (percent === 0 || seconds < 0.2) return head;
    const rate = bytes * percent / 100 / (1 << 20) / seconds;
    const left = seconds * (100 - percent) / percent;
    const ends = percent >= 100 ? "" : `, ${time(left)} left`;
    return `${head}, ${Math.round(rate)} MiB/s${ends}`;
  }
}

function time(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
