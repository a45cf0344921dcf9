// The log-in of the web applications knows names and passwords alone. Where there is an identity
// provider, this adds the way to it, and the way out of it.

// before the log-in takes the address over
const wanted = location.pathname + location.search + (/^#\/(login|logout)/.test(location.hash) ? '' : location.hash);

async function providers() {
  const answer = await fetch('/sso');
  return answer.ok ? answer.json() : {offered: false};
}

function offer(label) {
  const form = document.querySelector('form[name="signinForm"]');
  if (form && !form.querySelector('.single-sign-on')) {
    const link = document.createElement('a');
    link.className = 'single-sign-on btn btn-lg btn-default btn-block';
    link.style.marginTop = '12px';
    link.href = '/oauth2/authorization/sso?to=' + encodeURIComponent(wanted);
    link.textContent = label;
    form.append(link);
  }
}

async function logOut(event) {
  if (event.target.closest('li.logout a')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const answer = await fetch('/sso/logout', {method: 'POST'});
    location.assign(await answer.text());
  }
}

providers().then(({offered, used, label}) => {
  if (offered) {
    new MutationObserver(() => offer(label)).observe(document.body, {childList: true, subtree: true});
    offer(label);
  }
  if (used) {
    document.addEventListener('click', logOut, true);
  }
});
