#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Measures how far elements move for one flow or one element more, in percent of the picture's diagonal.

    TM=path/of/tm EXAMPLES=examples Benchmarks/picture_stability.py

Adds eight flows between elements picked by chance, and eight elements, one at a time, to each example.
"""
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
sys.path.insert(0,os.path.dirname(os.path.abspath(__file__)))
from picture_measures import load
E=os.environ.get('EXAMPLES','examples')
def pos(f):
    root,regs,flows,nodes,plates,labels,g,b=load(f)
    w,h=[float(v) for v in root.get('viewBox').split()[2:]]
    return {k:((r[0]+r[2])/2,(r[1]+r[3])/2) for k,(_,r) in nodes.items()},regs,w,h
def ren(d,out,view=None):
    a=[os.environ.get('TM','tm'),'render','-o',out]+(['--view',view] if view else [])
    r=subprocess.run(a,cwd=d,capture_output=True,text=True)
    return r.returncode==0,r.stderr
def disp(A,B):
    pa,_,w,h=A; pb,_,_,_=B
    ks=[k for k in pa if k in pb]
    # align by best translation (median)
    dx=sorted(pb[k][0]-pa[k][0] for k in ks)[len(ks)//2]; dy=sorted(pb[k][1]-pa[k][1] for k in ks)[len(ks)//2]
    D=[math.hypot(pb[k][0]-pa[k][0]-dx,pb[k][1]-pa[k][1]-dy) for k in ks]
    diag=math.hypot(w,h)
    # order inversions in x and y
    inv=0;tot=0
    for i in range(len(ks)):
        for j in range(i):
            a,b=ks[i],ks[j]
            for ax in(0,1):
                u=pa[a][ax]-pa[b][ax]; v=pb[a][ax]-pb[b][ax]
                if abs(u)>30:
                    tot+=1
                    if u*v<0: inv+=1
    return sum(D)/len(D)/diag*100,max(D)/diag*100,inv/tot*100 if tot else 0
random.seed(1)
def elements(d):
    out=[]
    for f in sorted(os.listdir(d)):
        if f.endswith('.tm'):
            for m in re.finditer(r'^\s*(process|store|external) ([a-z0-9-]+)',open(os.path.join(d,f)).read(),re.M): out.append(m[2])
    return out
models=['ankle-monitor','infusion-pump','pacs','web-shop']
for m in models:
    res={'flow':[],'node':[]}
    base=tempfile.mkdtemp(); d=base+'/m'; shutil.copytree(f'{E}/{m}',d)
    ok,err=ren(d,base+'/0.svg'); A=pos(base+'/0.svg')
    els=elements(d); main=f'{d}/{m}.tm'; src=open(main).read()
    tries=0
    while min(len(res['flow']),len(res['node']))<8 and tries<60:
        tries+=1
        a,b=random.sample(els,2)
        k='flow' if len(res['flow'])<8 else 'node'
        if k=='flow': add=f'\nflow zz-new: {a} -> {b} "New flow" {{ }}\n'
        else:
            add=f'\nprocess zz-new "New process"\nflow zz-f: zz-new -> {a} "New flow" {{ }}\n'
        open(main,'w').write(src+add)
        subprocess.run([os.environ.get('TM','tm'),'lint','--fix'],cwd=d,capture_output=True)
        ok,err=ren(d,base+'/1.svg')
        open(main,'w').write(src)
        if not ok: continue
        res[k].append(disp(A,pos(base+'/1.svg')))
    for k,r in res.items():
        if r: print(m,k,'n=%d mean disp %.1f%% (median of runs %.1f%%) worst run %.1f%% max node %.1f%% order inversions mean %.1f%%'%(len(r),sum(x[0] for x in r)/len(r),sorted(x[0] for x in r)[len(r)//2],max(x[0] for x in r),max(x[1] for x in r),sum(x[2] for x in r)/len(r)),flush=True)
    # rename a title
