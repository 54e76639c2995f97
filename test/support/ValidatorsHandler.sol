// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {Settlement} from "../../contracts/settlement/Settlement.sol";
import {Seat} from "../../contracts/validators/IElections.sol";
import {Candidate, Rules, Voter} from "../../contracts/validators/IValidators.sol";
import {ValidatorRewards} from "../../contracts/validators/ValidatorRewards.sol";
import {CommuneShares} from "./CommuneShares.sol";
import {ElectionTest} from "./ElectionTest.sol";
import {Solver} from "./Solver.sol";
import {bound, vm} from "./Vm.sol";

/// @notice Four candidates and twelve voters for eight places, a court, a market that earns, and time. Every action is allowed when it
/// is taken; what must never change is kept for the invariants.
/// The runner knows contracts of its test files only: each of them derives the handler that it deploys.
abstract contract ValidatorsHandler is ElectionTest {
    uint256 internal constant VOTERS = 12;
    address private constant COURT = address(0xC0);

    ValidatorRewards public rewards;
    FaucetToken internal asset;
    CommuneShares internal shares;
    Solver internal solver;

    uint256 public income;
    uint256 public paid;
    mapping(uint32 term => bytes32 digest) public frozen;
    mapping(uint32 term => bytes32 digest) public seated;
    mapping(string what => uint256 times) public reached;
    uint256 private _now;

    /// @dev The runner starts every call at its own time; whoever fits comes into the list at once.
    modifier inTime() {
        vm.warp(_now);
        _;
        for (uint32 i = 1; i <= validators.voterCount(); ++i) {
            if (validators.voterOf(i).position > 0) continue;
            try validators.enlist(i) {
                ++reached["enlisted"];
            } catch {}
        }
    }

    function prepare() external {
        setUp();
        solver = new Solver(validators, elections);
        asset = new FaucetToken();
        shares = new CommuneShares(asset);
        rewards = new ValidatorRewards(Settlement(address(shares)), elections);
        shares.appoint(address(rewards));
        elections.appointCourt(COURT, true);
        for (uint256 i = 1; i <= VOTERS; ++i) fund(voter(i), 1_000_000e18);
        for (uint16 i = 1; i <= CANDIDATES; ++i) {
            fund(candidate(i), 1_000_000e18);
            vm.prank(candidate(i));
            validators.raiseSelfBond(4 * SELF_BOND);
        }
        _now = block.timestamp;
    }

    /* TIME */

    /// @dev By at most an epoch, so that every freeze and the beginning of every term is seen before anybody acts.
    function pass(uint256 seconds_) external {
        vm.warp(_now);
        uint32 epoch = validators.currentEpoch();
        _now += bound(seconds_, EPOCH / 8, EPOCH);
        if (_now > validators.epochStart(epoch + 1)) _now = validators.epochStart(epoch + 1);
        vm.warp(_now);
        uint32 term = validators.currentTerm();
        if (seated[term] == 0) seated[term] = seatsDigest(term);
        uint32 next = validators.nextElection();
        if (next == term + 2 && frozen[term + 1] == 0) {
            frozen[term + 1] = snapshotDigest(term + 1);
            ++reached["freeze"];
        }
    }

    /* VOTERS */

    function bondSome(uint256 seed, uint96 amount) external inTime {
        vm.prank(voter(1 + (seed % VOTERS)));
        validators.bond(uint96(bound(amount, 1, 1_000)));
        ++reached["bonded"];
    }

    function unbondSome(uint256 seed, uint96 amount) external inTime {
        address who = voter(1 + (seed % VOTERS));
        Voter memory one = validators.voterOf(validators.voterIdOf(who));
        if (one.stake == 0) return;
        unbond(who, uint96(bound(amount, 1, one.stake)));
        ++reached["unbonded"];
    }

    function nominateSome(uint256 seed, uint256 mask) external inTime {
        address who = voter(1 + (seed % VOTERS));
        if (validators.voterIdOf(who) == 0) return;
        uint16[] memory all_ = new uint16[](CANDIDATES);
        uint256 count;
        for (uint16 id = 1; id <= CANDIDATES; ++id) if ((mask >> id) & 1 == 1) all_[count++] = id;
        assembly ("memory-safe") {
            mstore(all_, count)
        }
        nominate(who, all_);
        ++reached["nominated"];
    }

    function withdrawSome(uint256 seed) external inTime {
        address who = voter(1 + (seed % VOTERS));
        vm.prank(who);
        try validators.withdrawStake() {
            ++reached["stake withdrawn"];
        } catch {}
    }

    /* CANDIDATES */

    function changeCandidacy(uint256 seed, uint96 amount) external inTime {
        uint16 id = uint16(1 + (seed % CANDIDATES));
        Candidate memory one = validators.candidateOf(id);
        uint256 dice = (seed >> 16) % 12;
        vm.startPrank(candidate(id));
        if (dice < 2 && one.running) validators.setCommission(uint16(bound(amount, 0, 2_000)));
        else if (dice == 2 && one.running) validators.standDown();
        else if (dice == 3 && one.bond > 0) validators.lowerSelfBond(uint96(bound(amount, 1, one.bond)));
        else if (dice == 4 || dice > 8) validators.raiseSelfBond(uint96(bound(amount, 1, 2_000e18)));
        else if (dice == 5) _withdrawSelfBond();
        else if (!one.running) _stand(id);
        vm.stopPrank();
    }

    function _stand(uint16 id) private {
        if (validators.powerAt(validators.nextElection(), id) < MIN_POWER) return;
        validators.stand(SELF_BOND, COMMISSION);
        ++reached["stood again"];
    }

    function _withdrawSelfBond() private {
        try validators.withdrawSelfBond() {
            ++reached["self-bond withdrawn"];
        } catch {}
    }

    function judge(uint256 seed, uint256 amount) external inTime {
        uint16 id = uint16(1 + (seed % CANDIDATES));
        if ((seed >> 16) % 4 != 0) return;
        Candidate memory one = validators.candidateOf(id);
        vm.prank(COURT);
        uint256 taken = elections.slash(id, amount = bound(amount, 0, (seed >> 20) % 8 == 0 ? 9_000e18 : 100e18));
        uint256 there = uint256(one.bond) + one.leaving;
        vm.assertEq(taken, amount < there ? amount : there);
        ++reached["slashed"];
    }

    function govern(uint256 seed) external inTime {
        validators.setRules(Rules(uint8(3 + (seed % 2)), SELF_BOND, MIN_POWER));
    }

    /* ELECTIONS AND REWARDS */

    function elect(uint256 seed) external inTime {
        uint32 term = validators.currentTerm() + 1;
        if (validators.nextElection() != term + 1) return;
        if (solver.solve(term, seed)) ++reached["elected"];
        else ++reached["not elected"];
    }

    function earn(uint256 amount) external inTime {
        amount = bound(amount, 1, 1e12);
        shares.accrue(validators.currentEpoch(), amount);
        income += amount;
        power.mint(power.idOf(candidate(uint16(1 + (amount % CANDIDATES)))), POWER);
    }

    function closeSome() external inTime {
        uint32 term = rewards.nextTerm();
        if (term >= validators.currentTerm()) return;
        rewards.closeTerm(term);
        ++reached[rewards.reserved() > 0 ? "closed" : "closed without seats"];
    }

    function claimSome(uint256 seed) external inTime {
        uint32 next = rewards.nextTerm();
        if (next == 0) return;
        uint32 term = uint32(seed % next);
        Seat[] memory seats = elections.seatsIn(term);
        if (seats.length == 0) return;
        uint256 index = (seed >> 32) % seats.length;
        if (!rewards.commissionClaimed(term, seats[index].candidateId)) paid += rewards.claimCommission(term, index);
        uint32 elected = elections.electionOf(term);
        uint32 voterId = solver.someVoter(elected, seed >> 64);
        if (rewards.rewardClaimed(term, voterId)) return;
        paid += rewards.claim(term, voterId, solver.edgesOf(elected, voterId), solver.proofOf(elected, voterId));
        ++reached["claimed"];
    }

    /* WHAT INVARIANTS COMPARE */

    function seatsDigest(uint32 term) public view returns (bytes32) {
        (, bytes32 root) = elections.outcomeOf(elections.electionOf(term));
        return keccak256(abi.encode(elections.seatsIn(term), elections.weightsIn(term), root));
    }

    function snapshotDigest(uint32 term) public view returns (bytes32 digest) {
        bytes memory everybody;
        for (uint32 i = 1; i <= VOTERS; ++i) everybody = abi.encodePacked(everybody, i);
        (uint256[] memory stakes, uint256[] memory targets) = validators.votersAt(term, everybody);
        digest = keccak256(abi.encode(stakes, targets, validators.rulesAt(term)));
        for (uint16 id = 1; id <= CANDIDATES; ++id) {
            digest = mix(digest, abi.encode(validators.standingAt(term, id)));
        }
    }

    function bonded() external view returns (uint256 sum, uint256 held) {
        for (uint16 id = 1; id <= CANDIDATES; ++id) {
            Candidate memory one = validators.candidateOf(id);
            sum += uint256(one.bond) + one.leaving;
        }
        for (uint32 i = 1; i <= validators.voterCount(); ++i) {
            Voter memory one = validators.voterOf(i);
            sum += uint256(one.stake) + one.leaving;
        }
        held = token.balanceOf(address(validators));
    }

    /// @dev Largest stake that wants to vote and does not, smallest that does, and how many do.
    function list() external view returns (uint256 outside, uint256 inside, uint256 listed) {
        inside = type(uint256).max;
        for (uint32 i = 1; i <= validators.voterCount(); ++i) {
            Voter memory one = validators.voterOf(i);
            if (one.position > 0) {
                ++listed;
                vm.assertTrue(one.targets != 0 && one.stake > 0, "listed without a vote");
                if (one.stake < inside) inside = one.stake;
            } else if (one.targets != 0 && one.stake > outside) {
                outside = one.stake;
            }
        }
        (uint256 length, uint256 smallest) = validators.listing();
        vm.assertTrue(length == listed && (listed == 0 || smallest == inside), "the heap is another list");
    }

    function money() external view returns (uint256 held, uint256 reserved, uint256 waiting) {
        return (asset.balanceOf(address(rewards)), rewards.reserved(), asset.balanceOf(address(shares)));
    }

    function termAndTime() external view returns (uint32 term, uint256 time) {
        return (uint32((_now - GENESIS) / EPOCH / 4), _now);
    }
}
