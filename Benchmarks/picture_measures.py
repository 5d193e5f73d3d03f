#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Measures how true painted pictures are: one line for each SVG, then the sum; `-v` names each fault.

    Benchmarks/picture_measures.py [-v] FILE.svg…

`through`: a flow runs under an element that is not its end. `false`: a flow runs through a boundary that
it does not cross. `hidden`: a title covers a flow. `floating`: a number more than 12 px off its line
without a leader. `textover`: words lie over the line of another flow. `coincident`: two flows nearer than
4 px for 40 px and more. `gatesoverlap`: two crossing marks nearer than 8 px. `tips`: an arrowhead under a
badge or text. `crossings`: of lines.
"""
import math
import re
import sys
import xml.etree.ElementTree as ET
NS='{http://www.w3.org/2000/svg}'
def flat(d):
    t=re.findall(r'[MLCZ]|-?\d+\.?\d*(?:e-?\d+)?',d); i=0; pts=[]; cmd=None
    while i<len(t):
        if t[i] in 'MLCZ': cmd=t[i]; i+=1; 
        if cmd=='Z': continue
        if cmd in 'ML': pts.append((float(t[i]),float(t[i+1]))); i+=2; 
        elif cmd=='C':
            p0=pts[-1]; c=[float(x) for x in t[i:i+6]]; i+=6
            L=math.dist(p0,c[:2])+math.dist(c[:2],c[2:4])+math.dist(c[2:4],c[4:])
            n=max(4,int(L/2))
            for k in range(1,n+1):
                u=k/n; v=1-u
                pts.append((v**3*p0[0]+3*v*v*u*c[0]+3*v*u*u*c[2]+u**3*c[4],v**3*p0[1]+3*v*v*u*c[1]+3*v*u*u*c[3]+u**3*c[5]))
    # densify
    out=[]
    for a,b in zip(pts,pts[1:]):
        n=max(1,int(math.dist(a,b)/2))
        for k in range(n): out.append((a[0]+(b[0]-a[0])*k/n,a[1]+(b[1]-a[1])*k/n))
    if pts: out.append(pts[-1])
    return out
def inr(p,r,m=0): return r[0]-m<=p[0]<=r[2]+m and r[1]-m<=p[1]<=r[3]+m
def load(f):
    root=ET.parse(f).getroot()
    regs={};flows={};nodes={};plates={};labels={};gates=[];badges=[]
    pic=[g for g in root.iter(NS+'g') if g.get('class')=='picture'][0]
    def rect(e): x,y,w,h=(float(e.get(k)) for k in('x','y','width','height')); return (x,y,x+w,y+h)
    for g in pic:
        cl=(g.get('class') or ''); id=g.get('id') or ''
        if g.tag==NS+'path' and 'gate' in cl:
            q=[float(x) for x in re.findall(r'-?\d+\.?\d*',g.get('d'))]; gates.append((q[0],q[1]+5.5)); continue
        if 'region' in cl and not id.endswith('-title'):
            regs[id]=rect(g.find(NS+'rect'))
        elif 'region' in cl:
            plates[id]=rect(g.find(NS+'rect'))
        elif cl.startswith('flow') and not id.endswith('-label'):
            ls=[flat(p.get('d')) for p in g.findall(NS+'path') if p.get('class')=='line']
            ar=[]
            for p in g.findall(NS+'path'):
                if p.get('class')=='arrow':
                    q=[float(x) for x in re.findall(r'-?\d+\.?\d*',p.get('d'))]; ar.append((q[0],q[1]))
            flows[id]=dict(title=g.find(NS+'title').text,desc=(g.findtext(NS+'desc') or ''),pts=sum(ls,[]),arrows=ar)
        elif cl.startswith('flow'):
            d=dict(disc=None,boxes=[],badges=[],leader=None)
            for e in g.iter():
                c=e.get('class') or ''
                if e.tag==NS+'rect' and 'disc' in c: d['disc']=rect(e)
                if e.tag==NS+'text' and ('flow-label' in c or 'flow-detail' in c):
                    sz=11.5 if 'label' in c else 9.5
                    x=float(e.get('x'));y=float(e.get('y'));w=float(e.get('textLength') or 0)
                    an=e.get('text-anchor'); 
                    if an=='end': x-=w
                    if an=='middle': x-=w/2
                    d['boxes'].append((x,y-sz*.8,x+w,y+sz*.22))
                if 'frame' in c: 
                    if e.tag==NS+'rect': d['badges'].append(rect(e))
                    else:
                        q=[float(v) for v in re.findall(r'-?\d+\.?\d*',e.get('d'))]; d['badges'].append((min(q[::2]),min(q[1::2]),max(q[::2]),max(q[1::2])))
                if 'leader' in c: d['leader']=e.get('d')
            labels[id[:-6]]=d
        elif cl.startswith('element') or 'collapsed' in cl or 'element' in cl:
            sh=[e for e in g.iter() if e.get('class')=='shape']
            if sh:
                e=sh[0]
                if e.tag==NS+'rect': nodes[id]=('r',rect(e))
                else:
                    if e.tag==NS+'ellipse': cx,cy,rx,ry=(float(e.get(k)) for k in('cx','cy','rx','ry')); nodes[id]=('e',(cx-rx,cy-ry,cx+rx,cy+ry))
            for b in g.iter():
                if 'frame' in (b.get('class') or ''):
                    if b.tag==NS+'rect': badges.append((id,rect(b)))
                    else:
                        q=[float(v) for v in re.findall(r'-?\d+\.?\d*',b.get('d'))]; badges.append((id,(min(q[::2]),min(q[1::2]),max(q[::2]),max(q[1::2]))))
    return root,regs,flows,nodes,plates,labels,gates,badges
def innode(p,n,m=0):
    k,r=n
    if k=='r': return inr(p,r,m)
    cx,cy=(r[0]+r[2])/2,(r[1]+r[3])/2
    return ((p[0]-cx)/((r[2]-r[0])/2+m))**2+((p[1]-cy)/((r[3]-r[1])/2+m))**2<=1
def run(f,verbose=False):
    root,regs,flows,nodes,plates,labels,gates,badges=load(f)
    res=dict(flows=len(flows),nodes=len(nodes)); say=[]
    false=[];hid=[];thru=[];amb=[];ltxt=[];tips=[];coin=0;xs=0
    for id,fl in flows.items():
        P=fl['pts']
        if len(P)<2: continue
        if '-process-' in id: pass
        # extended ends = arrows
        ends=[P[0],P[-1]]
        for r,R in regs.items():
            if 'decomposed' in r: continue
            ins=[inr(p,R) for p in P]
            n=sum(1 for a,b in zip(ins,ins[1:]) if a!=b)
            exp=1 if ins[0]!=ins[-1] else 0
            if n>exp:
                # depth inside/outside
                run_=sum(2 for v in ins if v) if not ins[0] and not ins[-1] else sum(2 for v in ins if not v) if ins[0] and ins[-1] else 0
                false.append((fl['title'],r,n-exp,run_))
        for pl,R in plates.items():
            L=sum(2 for p in P if inr(p,R))
            if L>4: hid.append((fl['title'],pl,L))
        for nd,N in nodes.items():
            if innode(P[0],N,12) or innode(P[-1],N,12): continue
            L=sum(2 for p in P if innode(p,N))
            if L>4: thru.append((fl['title'],nd,L))
        lb=labels.get(id)
        if lb and lb['disc']:
            d=lb['disc']; c=((d[0]+d[2])/2,(d[1]+d[3])/2)
            own=min(math.dist(c,p) for p in P)
            oth=[(min(math.dist(c,p) for p in g['pts']),g['title']) for i,g in flows.items() if i!=id and g['pts']]
            o=min(oth) if oth else (999,'')
            if own>12 and not lb['leader']: amb.append((fl['title'],round(own),'other %.0f %s'%(o[0],o[1])))
        if lb:
            for i,g in flows.items():
                if i==id: continue
                L=sum(2 for p in g['pts'] for b in lb['boxes'] if inr(p,b,-1))
                if L>6: ltxt.append((fl['title'],'over',g['title'],L))
    allb=[b for _,b in badges]+[b for l in labels.values() for b in l['badges']]
    texts=[(k,b) for k,l in labels.items() for b in l['boxes']]
    for id,fl in flows.items():
        for a in fl['arrows']:
            # arrow midpoint approx: tip
            if any(inr(a,b,-1) for b in allb): tips.append((fl['title'],'tip under badge'))
            elif any(inr(a,b,0) for k,b in texts): tips.append((fl['title'],'tip under text'))
    ids=[i for i in flows if flows[i]['pts']]
    for i in range(len(ids)):
        for j in range(i+1,len(ids)):
            A,B=flows[ids[i]]['pts'],flows[ids[j]]['pts']
            ba=(min(p[0] for p in A),min(p[1] for p in A),max(p[0] for p in A),max(p[1] for p in A)); bb=(min(p[0] for p in B),min(p[1] for p in B),max(p[0] for p in B),max(p[1] for p in B))
            if ba[0]>bb[2]+4 or bb[0]>ba[2]+4 or ba[1]>bb[3]+4 or bb[1]>ba[3]+4: continue
            from collections import defaultdict
            grid=defaultdict(list)
            for p in B: grid[(int(p[0]//4),int(p[1]//4))].append(p)
            near=0; x=False; was=False
            for p in A:
                k=(int(p[0]//4),int(p[1]//4)); m=9
                for dx in(-1,0,1):
                    for dy in(-1,0,1):
                        for q in grid.get((k[0]+dx,k[1]+dy),()):
                            m=min(m,math.dist(p,q))
                if m<4: near+=2
                if m<1.6: 
                    if not was: xs+=1
                    was=True
                else: was=False
            if near>=40: coin+=1; say.append(('coincident',flows[ids[i]]['title'],flows[ids[j]]['title'],near))
    gg=sum(1 for i in range(len(gates)) for j in range(i) if math.dist(gates[i],gates[j])<8)
    res.update(false=len(false),hidden=len(hid),through=len(thru),floating=len(amb),textover=len(ltxt),tips=len(tips),coincident=coin,crossings=xs,gatesoverlap=gg,leaders=sum(1 for l in labels.values() if l['leader']))
    if verbose:
        for n,l in (('FALSE',false),('HIDDEN',hid),('THROUGH',thru),('FLOAT',amb),('TEXTOVER',ltxt),('TIPS',tips),('COIN',say)):
            for x in l: print('   ',n,*x)
    return res
if __name__ != '__main__': sys.argv = ['x']
tot={}
v='-v' in sys.argv
for f in [a for a in sys.argv[1:] if a!='-v']:
    r=run(f,v); print(f,r)
    for k,x in r.items(): tot[k]=tot.get(k,0)+x
if tot: print('TOTAL',tot)
