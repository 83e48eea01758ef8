#!/bin/bash
# up.sh DIR: a private Slurm of two nodes on the loopback, under DIR (an absolute path). Needs root and the
# Debian packages slurmctld, slurmd, slurm-client and munge. Ends with an error when the nodes do not come up.
set -euo pipefail
D=$1; H=$(hostname -s); N=${N:-2}; C=${C:-2}; P=${P:-26817}
mkdir -p "$D"/{munge,state,spool,log}; chmod 755 "$D" "$D"/*; chmod 711 "$D/munge"
dd if=/dev/urandom of="$D/munge/key" bs=64 count=1 status=none; chmod 600 "$D/munge/key"
cat > "$D/slurm.conf" <<EOC
ClusterName=t
SlurmctldHost=$H(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$D/munge/sock,cred_expire=5
CredType=cred/munge
SlurmctldPort=$P
StateSaveLocation=$D/state
SlurmdSpoolDir=$D/spool/%n
SlurmctldPidFile=$D/slurmctld.pid
SlurmdPidFile=$D/slurmd-%n.pid
SlurmctldLogFile=$D/log/slurmctld.log
SlurmdLogFile=$D/log/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$D/jobcomp.txt
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2
SlurmdParameters=config_overrides
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
ReturnToService=2
SlurmctldTimeout=10
SlurmdTimeout=10
InactiveLimit=0
KillWait=2
MinJobAge=300
MaxArraySize=20001
MaxJobCount=20010
JobRequeue=1
RequeueExit=75
EOC
for i in $(seq 1 "$N"); do
  echo "NodeName=n$i NodeHostname=$H NodeAddr=127.0.0.1 Port=$((P + 83 + i)) CPUs=$C RealMemory=1000 State=UNKNOWN" >> "$D/slurm.conf"
done
echo "PartitionName=main Nodes=n[1-$N] Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO" >> "$D/slurm.conf"
munged --force --key-file="$D/munge/key" --socket="$D/munge/sock" --pid-file="$D/munge/pid" \
       --log-file="$D/munge/log" --seed-file="$D/munge/seed"
export SLURM_CONF=$D/slurm.conf
slurmctld -i
for i in $(seq 1 "$N"); do mkdir -p "$D/spool/n$i"; slurmd -N "n$i"; done
for _ in $(seq 1 200); do
  [ "$(timeout 5 sinfo -h -N -o '%N %t' 2>/dev/null | grep -c ' idle')" = "$N" ] && exit 0
  sleep 0.1
done
echo "The nodes did not come up:"; sinfo -N -l || true; exit 1
