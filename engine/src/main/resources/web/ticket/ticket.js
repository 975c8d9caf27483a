// The ticket's code, from the part of the address that browsers keep to themselves. The secret behind it is not shown.
const code = /^#([A-Z]{2}-[0-9]{4,12})(?:\.|$)/.exec(location.hash)?.[1];
document.querySelector('.code').textContent = code ?? 'Không đọc được mã';
