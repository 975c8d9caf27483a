/** Name and hamlet of this phone's holder. Stays here, but for each check-in's hamlet. */
export class Who {
  #app;

  constructor(app) {
    this.#app = app;
  }

  member() {
    return this.memberName(this.#app.state.member);
  }

  memberName(id) {
    return this.#app.state.members.find((one) => one.id === id)?.name ?? null;
  }

  addMember(typed) {
    const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
    if (name === '') return;
    const id = String(Math.max(0, ...this.#app.state.members.map((one) => Number(one.id))) + 1);
    this.#app.keep({ members: [...this.#app.state.members, { id, name }], member: id });
  }

  removeMember(id) {
    const members = this.#app.state.members.filter((one) => one.id !== id);
    this.#app.keep({ members, member: this.#app.state.member === id ? null : this.#app.state.member });
  }

  chooseMember(id) {
    this.#app.keep({ member: id });
  }

  hamlets() {
    const { campaign, enrolment } = this.#app.phone;
    return campaign?.teams.find(({ code }) => code === enrolment?.team)?.hamlets ?? [];
  }

  hamlet() {
    const mine = this.hamlets();
    return mine.length === 1 ? mine[0] : (mine.find((code) => code === this.#app.state.hamlet) ?? null);
  }

  chooseHamlet(code) {
    this.#app.keep({ hamlet: code });
  }
}
