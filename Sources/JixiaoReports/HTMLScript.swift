/// The script of the report page: it opens rows, sorts, filters and searches, and nothing else.
///
/// It reaches no network and writes no markup. Without it the page shows everything, in the order of the documents.
enum HTMLScript {
  /// Its SHA-256 in base64, by which the page's content policy admits it and no other; a test holds it to the text.
  static let hash = "yYjeM/TDQ/EbyiG4I3vmoGb/7NODAOg0M9EDSzA8xJA="

  static let text = #"""
    (()=>{"use strict";
    const root=document.documentElement,all=(s,e=document)=>[...e.querySelectorAll(s)],id=i=>document.getElementById(i);
    root.classList.add("js");
    const open=(button,on)=>{button.setAttribute("aria-expanded",on);
      button.closest("tbody").lastElementChild.classList.toggle("on",on)};
    all(".t").forEach(b=>b.setAttribute("aria-expanded","false"));
    const value=(row,column)=>{const cell=row.querySelector("tr").children[column],text=cell.dataset.v??cell.textContent;
      const number=Number(text);return text!==""&&!Number.isNaN(number)?number:text};
    const compare=(a,b)=>typeof a==="number"&&typeof b==="number"?a-b:
      typeof a==="number"?-1:typeof b==="number"?1:a<b?-1:a>b?1:0;
    const sort=button=>{const head=button.closest("th"),table=head.closest("table"),
      column=[...head.parentNode.children].indexOf(head),down=head.getAttribute("aria-sort")==="ascending";
      all("th[aria-sort]",table).forEach(h=>h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort",down?"descending":"ascending");
      const rows=[...table.tBodies].map((row,at)=>({row,at,key:value(row,column)}));
      rows.sort((a,b)=>(down?-compare(a.key,b.key):compare(a.key,b.key))||a.at-b.at);
      table.append(...rows.map(r=>r.row))};
    document.addEventListener("click",event=>{
      const button=event.target.closest("button");if(!button)return;
      if(button.classList.contains("t"))open(button,button.getAttribute("aria-expanded")!=="true");
      else if(button.parentNode.tagName==="TH")sort(button);
      else if(button.id==="every"){const on=button.getAttribute("aria-pressed")!=="true";
        button.setAttribute("aria-pressed",on);all(".t").forEach(b=>open(b,on))}});
    const search=id("search"),show=id("show"),order=id("order"),said=id("said");
    if(search){
      const articles=all("article"),home=articles.map(a=>a),parent=id("list"),texts=new Map;
      const text=e=>{if(!texts.has(e))texts.set(e,e.textContent.toLowerCase());return texts.get(e)};
      const heads=new Map(articles.map(a=>[a,a.querySelector(".head")]));
      const apply=()=>{const words=search.value.toLowerCase().split(/\s+/).filter(Boolean),want=show.value;
        let rows=0,sheets=0;
        for(const a of articles){const head=text(heads.get(a));let here=0;
          const bodies=all(".rows tbody",a);
          for(const b of bodies){
            const match=(want===""||b.dataset.s.split(" ").includes(want))&&
              words.every(w=>head.includes(w)||text(b).includes(w));
            if(b.hidden===match)b.hidden=!match;if(match)here++}
          const empty=bodies.length===0&&want===""&&words.every(w=>head.includes(w));
          const hide=here===0&&!empty;if(a.hidden!==hide)a.hidden=hide;
          if(!hide)sheets++;rows+=here}
        said.textContent=said.dataset.text.replace("{s}",sheets).replace("{n}",rows)};
      let wait;search.addEventListener("input",()=>{clearTimeout(wait);wait=setTimeout(apply,120)});
      search.addEventListener("keydown",e=>{if(e.key==="Escape"){search.value="";apply()}});
      show.addEventListener("change",apply);
      order.addEventListener("change",()=>{const key=order.value;
        const sorted=key===""?home:[...home].sort((a,b)=>Number(b.dataset[key])-Number(a.dataset[key]));
        parent.append(...sorted)});
      document.addEventListener("keydown",e=>{
        if(e.key==="/"&&!/INPUT|SELECT/.test(e.target.tagName)){e.preventDefault();search.focus()}});
      apply()}
    const go=()=>{const row=location.hash&&id(decodeURIComponent(location.hash.slice(1)));
      if(!row)return;const article=row.closest("article");
      if(article&&article.hidden&&search){search.value="";show.value="";search.dispatchEvent(new Event("input"))}
      const button=row.querySelector&&row.matches("tbody")&&row.querySelector(".t");
      if(button)open(button,true);row.scrollIntoView()};
    addEventListener("hashchange",go);go()})();
    """#
}
