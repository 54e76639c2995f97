// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvaluations, Report, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book, Statements} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

/// @notice A small economy for the invariants: two commodities, one of them under a model of the coalition's expert; two
/// honest platforms; honest, colluding and lazy reporters; buyers who trust them; and somebody who tries everything.
///
/// `act` does one honest thing, `wait_` lets the keepers do what is due and moves time by half an epoch, `attack` does
/// something that mostly must fail. Honest actions that are refused are counted: there must be none.
contract World is RoundTest {
    /// @notice A statement that was posted.
    struct Posted {
        uint32 platformId;
        uint32 epoch;
        /// Every leaf that can be opened was.
        bool opened;
        Receipt[] receipts;
    }

    /// @notice How often something happened.
    struct Counts {
        uint256 offered;
        uint256 posted;
        uint256 committed;
        uint256 revealed;
        uint256 unsealed;
        uint256 tallied;
        uint256 tallyPages;
        uint256 finalRounds;
        uint256 unproven;
        uint256 voided;
        uint256 scored;
        uint256 rescored;
        uint256 closed;
        uint256 rewards;
        uint256 coalitionRewards;
        uint256 unrevealed;
        uint256 shares;
        uint256 swept;
        uint256 drawn;
        uint256 attacks;
        uint256 repelled;
    }

    uint32 public constant ACTORS = 12;
    uint32 private constant HONEST = 5;
    uint32 private constant COALITION = 9;
    uint256 private constant MAX_LOTS = 12;
    address private constant ATTACKER = address(0xBAD);
    address public constant OUTSIDER = address(0x5151);
    address public constant ACCOMPLICE = address(0x6161);
    address public coalitionExpert = address(0xE2);

    uint32[] public lots;
    uint32[2] public commodityIds;
    uint32[2] public platformIds;
    Posted[] private _posted;
    mapping(uint256 platform => Receipt[] orders) private _pending;
    mapping(bytes32 orderId => address buyer) private _buyerOf;
    uint256 private _orderSerial;

    Counts private _counts;
    /// @notice First honest action that was refused, and how many were.
    bytes public refusal;
    uint256 public refusals;
    /// @notice Reports that were accepted with a receipt.
    mapping(bytes32 digest => uint256 reports) public usesOf;
    uint256 public mostUses;
    mapping(uint32 lot => uint256 amount) public rewardsOf;
    mapping(uint32 lot => uint256 fees) public feesOf;
    uint256 public coalitionFees;
    uint256 public coalitionRewards;
    /// @notice What the coalition's expert got out of other people's purchases, at least.
    uint256 public expertFromOutsiders;
    uint256 public expertWithdrawn;
    mapping(uint256 posted => mapping(uint32 lot => uint256 fees)) private _outsiderFees;
    /// @notice Rewards above κ times what was nominated.
    uint256 public capsBroken;
    /// @notice Unrevealed reports that lost something else than a tenth of the bond, rounded up.
    uint256 public penaltiesBroken;
    /// @notice Tallies of something else than the lower weighted median.
    uint256 public mediansBroken;

    function setUp() public override {
        super.setUp();
        fund(coalitionExpert);
        vm.prank(coalitionExpert);
        uint32 model = models.publish(DOCUMENT, twoParameters());
        commodityIds = [commodityId, listCommodity(model)];
        // Enough for many seals that stay closed.
        vm.startPrank(producer);
        for (uint256 i; i < 2; ++i) commodities.topUpBond(commodityIds[i], 10_000e6);
        vm.stopPrank();
        platformIds = [platformId, admitPlatform(operator, "https://second.example")];
        lots.push(lotId);
        enlist(ACTORS);
        vm.warp(startOf(START));
    }

    /* ENTRY POINTS */

    /// @notice One honest thing.
    function act(uint256 seed) external {
        seed = mix(seed, "act");
        uint256 kind = seed % 16;
        if (kind == 0) honestly(abi.encodeCall(this.offerOne, (seed)));
        else if (kind < 4) honestly(abi.encodeCall(this.trade, (seed)));
        else if (kind == 4) honestly(abi.encodeCall(this.post, (seed)));
        else if (kind == 5) honestly(abi.encodeCall(this.commitSome, (seed)));
        else if (kind == 6) honestly(abi.encodeCall(this.unsealOne, (pick(seed))));
        else if (kind == 7) honestly(abi.encodeCall(this.revealSome, (pick(seed), seed)));
        else if (kind == 8) honestly(abi.encodeCall(this.tallyOne, (pick(seed), seed)));
        else if (kind == 9) honestly(abi.encodeCall(this.openSome, (seed)));
        else if (kind == 10) honestly(abi.encodeCall(this.finalizeOne, (pick(seed))));
        else if (kind == 11) honestly(abi.encodeCall(this.scoreSome, (pick(seed), seed)));
        else if (kind == 12) honestly(abi.encodeCall(this.closeOne, (pick(seed))));
        else if (kind == 13) honestly(abi.encodeCall(this.claimSome, (pick(seed), seed)));
        else if (kind == 14) honestly(abi.encodeCall(this.sweepOne, (pick(seed))));
        else honestly(abi.encodeCall(this.upkeep, (seed)));
    }

    /// @notice Keepers do what is due, most of the time; then half an epoch passes, or a bit of it.
    function wait_(uint256 seed) external {
        seed = mix(seed, "wait");
        if (seed % 8 != 0) keep(seed);
        uint48 start = startOf(evaluations.currentEpoch());
        uint48 half = start + EPOCH / 2;
        uint48 next = block.timestamp < half ? half : start + EPOCH;
        vm.warp((seed >> 8) % 8 == 0 ? next - 1 : next + ((seed >> 16) % (EPOCH / 4)));
    }

    /// @notice Something that mostly must fail.
    function attack(uint256 seed) external {
        seed = mix(seed, "attack");
        ++_counts.attacks;
        uint32 lot = pick(seed);
        uint32 id = uint32(seed >> 16) % (ACTORS + 2);
        uint256 kind = (seed >> 32) % 12;
        if (kind < 3) return attackWithPurchase(seed);
        if (kind == 3) {
            claimOne(lot, id);
            return;
        }
        bytes memory data;
        address target = address(evaluations);
        if (kind == 4) data = abi.encodeCall(IEvaluations.tally, (lot, lie(seed), someIds(lot, seed)));
        else if (kind == 5) data = abi.encodeCall(IEvaluations.score, (lot, one(id)));
        else if (kind == 6) data = abi.encodeCall(IEvaluations.reveal, (lot, id, lie(seed), EVIDENCE, EVIDENCE));
        else if (kind == 7) data = abi.encodeCall(IEvaluations.tally, (lot, medianOf(lot), one(id)));
        else if (kind == 8) data = abi.encodeCall(settlement.takePot, (lot));
        else if (kind == 9) data = abi.encodeCall(power.mint, (id, seed >> 128));
        else if (kind == 10) data = abi.encodeCall(commodities.concludeSealed, (lot));
        else data = abi.encodeCall(settlement.returnToCarry, (lot, 1));
        if (kind == 8 || kind == 11) target = address(settlement);
        if (kind == 9) target = address(power);
        if (kind == 10) target = address(commodities);
        bool wasOpen = roundState(lot) == RoundState.Open;
        vm.prank(ATTACKER);
        (bool ok, ) = target.call(data);
        if (!ok) ++_counts.repelled;
        if (wasOpen) checkTally(lot);
    }

    /* HONEST STEPS: external only to be called by {honestly} */

    function offerOne(uint256 seed) external {
        if (lots.length >= MAX_LOTS) return;
        uint32 commodity = commodityIds[seed % 2];
        bytes20 code = bytes20(bytes(string.concat("LOT-", vm.toString(lots.length))));
        uint32 start = evaluations.currentEpoch() + uint32((seed >> 8) % 2);
        lots.push(offerLot(commodity, code, start, uint8(1 + ((seed >> 16) % 2))));
        ++_counts.offered;
    }

    /// @dev Most reporters buy one unit of a lot that is on sale, and others buy because they trust a reporter.
    function trade(uint256 seed) external {
        uint32 lot = pick(seed);
        if (!commodities.isSellable(lot)) return;
        uint256 platform = (seed >> 8) % 2;
        for (uint32 id = 1; id <= ACTORS; ++id) {
            uint256 random = mix(seed, id);
            if (random % 8 == 0) continue;
            uint32 nominee = random % 4 == 0 ? friendOf(id, random >> 8) : id;
            buy(platform, reporterAt(id - 1), lot, uint72(bound(random >> 64, 20e6, 35e6)), nominee);
        }
        for (uint256 k; k < 3; ++k) {
            uint256 random = mix(seed, 100 + k);
            bool inCoalition = random % 2 == 0;
            uint32 nominee =
                inCoalition
                    ? friendOf(COALITION, random >> 8)
                    : (random >> 8) % 3 == 0
                        ? 0
                        : friendOf((random >> 8) % 3 == 1 ? 1 : ACTORS, random >> 16);
            address buyer = inCoalition ? ACCOMPLICE : OUTSIDER;
            buy(platform, buyer, lot, uint72(bound(random >> 64, 1, 100e6)), nominee);
        }
    }

    /// @dev The statement of the last epoch, when its orders are complete.
    function post(uint256 seed) external {
        _post(seed % 2);
    }

    function commitSome(uint256 seed) external {
        if (_posted.length == 0) return;
        uint256 back = seed % (_posted.length < 4 ? _posted.length : 4);
        _commitFrom(_posted.length - 1 - back, seed);
    }

    function unsealOne(uint32 lot) external {
        uint32 closing = closingOf(lot);
        if (!within(startOf(closing), startOf(closing) + EPOCH / 2) || commodities.lotOf(lot).unsealed) return;
        // One producer in eight does not open what he claimed.
        if (mix(lot, "sealed") % 8 == 0) return;
        commodities.unseal(lot, sealedValues(), SEAL_SALT);
        ++_counts.unsealed;
    }

    function revealSome(uint32 lot, uint256 seed) external {
        uint32 closing = closingOf(lot);
        if (!within(startOf(closing), startOf(closing) + EPOCH / 2)) return;
        uint32 first = uint32(seed % ACTORS);
        for (uint32 k; k < ACTORS; ++k) {
            uint32 id = 1 + ((first + k) % ACTORS);
            Report memory report = evaluations.reportOf(lot, id);
            // Some never reveal what they committed to.
            if (report.state != ReportState.Committed || mix(lot, id) % 12 == 0) continue;
            if (bytes32(report.payload) != commitmentOf(reporterAt(id - 1), lot)) continue;
            reveal(reporterAt(id - 1), lot);
            ++_counts.revealed;
        }
    }

    function tallyOne(uint32 lot, uint256 seed) external {
        uint32 closing = closingOf(lot);
        if (!within(startOf(closing) + EPOCH / 2, startOf(closing + 1))) return;
        Round memory round = evaluations.roundOf(lot);
        if (round.state != RoundState.Open || !commodities.lotOf(lot).unsealed || round.revealed < 5) return;
        if (uint256(round.totalWeight) ** 2 < 7 * squaredWeights(lot)) return;
        // Every count is its caller's own: nobody disturbs a fresh helper.
        address helper = address(uint160(uint256(keccak256(abi.encode("helper", seed)))));
        int32[] memory median = medianOf(lot);
        uint32[] memory all = revealedIds(lot);
        uint256 cut = seed % (all.length + 1);
        vm.startPrank(helper);
        if (cut > 0 && cut < all.length) {
            evaluations.tally(lot, median, slice(all, 0, cut));
            ++_counts.tallyPages;
            evaluations.tally(lot, median, slice(all, cut, all.length));
        } else {
            evaluations.tally(lot, median, all);
        }
        vm.stopPrank();
        ++_counts.tallied;
        checkTally(lot);
    }

    function openSome(uint256 seed) external {
        if (_posted.length == 0) return;
        _openFrom(_posted.length - 1 - ((seed >> 8) % _posted.length), seed);
    }

    function finalizeOne(uint32 lot) external {
        RoundState state = roundState(lot);
        if (!within(startOf(closingOf(lot) + 1), type(uint48).max)) return;
        if (state != RoundState.Open && state != RoundState.Tallied) return;
        evaluations.finalize(lot);
        state = roundState(lot);
        if (state == RoundState.Final) ++_counts.finalRounds;
        else if (state == RoundState.Unproven) ++_counts.unproven;
        else ++_counts.voided;
    }

    function scoreSome(uint32 lot, uint256 seed) external {
        uint32 closing = closingOf(lot);
        if (roundState(lot) != RoundState.Final || !within(startOf(closing + 1), startOf(closing + 2))) return;
        uint32 first = uint32(seed % ACTORS);
        for (uint32 k; k < ACTORS; ++k) {
            uint32 id = 1 + ((first + k) % ACTORS);
            Report memory report = evaluations.reportOf(lot, id);
            bool again = report.state == ReportState.Scored && report.nominated != settlement.nominatedOf(lot, id);
            if (report.state != ReportState.Revealed && !again) continue;
            evaluations.score(lot, one(id));
            if (again) ++_counts.rescored;
            else ++_counts.scored;
        }
    }

    function closeOne(uint32 lot) external {
        Round memory round = evaluations.roundOf(lot);
        if (round.state < RoundState.Final || round.closed) return;
        if (!within(startOf(round.scoringEpoch + 1), type(uint48).max)) return;
        uint32 commodity = commodities.lotOf(lot).commodityId;
        uint256 carry = carryOf(commodity);
        evaluations.close(lot);
        ++_counts.closed;
        if (carryOf(commodity) < carry) ++_counts.drawn;
    }

    function claimSome(uint32 lot, uint256 seed) external {
        Round memory round = evaluations.roundOf(lot);
        if (!round.closed) return;
        for (uint32 id = 1; id <= ACTORS; ++id) {
            ReportState state = evaluations.reportOf(lot, id).state;
            if (state == ReportState.None || state == ReportState.Claimed || mix(seed, id) % 8 == 0) continue;
            bool ok = claimOne(lot, id);
            assert(ok);
        }
    }

    function sweepOne(uint32 lot) external {
        Round memory round = evaluations.roundOf(lot);
        if (!round.closed || round.winnersLeft > 0) return;
        if (round.prize > round.paid) ++_counts.swept;
        evaluations.sweepLeftover(lot);
    }

    function upkeep(uint256 seed) external {
        uint256 kind = seed >> 8;
        if (kind % 8 == 0) evaluations.setKappa(uint16(bound(kind >> 8, 5_000, 9_000)));
        if (kind % 8 == 1) evaluations.setKappa(9_000);
        if (kind % 8 == 2) evaluations.setBondMultiple(uint8(bound(kind >> 8, 2, 10)));
        if (kind % 8 == 3) evaluations.collectAuditFund();
        if (kind % 8 == 4) settlement.collectAuditFund();
        if (kind % 8 == 5) settlement.collectCommune(evaluations.currentEpoch());
        if (kind % 8 == 6 && settlement.creditOf(expert) > 0) settlement.withdraw(expert);
        if (kind % 8 == 7 && settlement.creditOf(coalitionExpert) > 0) {
            expertWithdrawn += settlement.withdraw(coalitionExpert);
        }
    }

    /* STEPS */

    function keep(uint256 seed) private {
        uint256 recent = lots.length < 6 ? 0 : lots.length - 6;
        if (lots.length < MAX_LOTS && seed % 3 == 0) honestly(abi.encodeCall(this.offerOne, (seed >> 8)));
        for (uint256 p; p < 2; ++p) honestly(abi.encodeCall(this.post, (p)));
        for (uint256 k; k < 4; ++k) honestly(abi.encodeCall(this.commitSome, ((mix(seed, k) >> 8) * 4 + k)));
        for (uint256 k; k < _posted.length; ++k) {
            uint256 random = (mix(seed, k) >> 128) * _posted.length;
            if (!_posted[k].opened) honestly(abi.encodeCall(this.openSome, ((random + _posted.length - 1 - k) << 8)));
        }
        for (uint256 i = recent; i < lots.length; ++i) {
            uint32 lot = lots[i];
            uint256 random = mix(seed, lot);
            // What is left out now may still be done by {act}.
            if (commodities.isSellable(lot) && feesOf[lot] == 0) {
                honestly(abi.encodeCall(this.trade, (i + lots.length * (random >> 16))));
            }
            if (random % 16 != 0) honestly(abi.encodeCall(this.unsealOne, (lot)));
            honestly(abi.encodeCall(this.revealSome, (lot, random)));
            if (random % 16 != 1) honestly(abi.encodeCall(this.tallyOne, (lot, random)));
            if (random % 16 != 2) honestly(abi.encodeCall(this.finalizeOne, (lot)));
            honestly(abi.encodeCall(this.scoreSome, (lot, random)));
            honestly(abi.encodeCall(this.closeOne, (lot)));
            honestly(abi.encodeCall(this.claimSome, (lot, random)));
            if (random % 4 != 3) honestly(abi.encodeCall(this.sweepOne, (lot)));
        }
    }

    /// @dev A refusal of an honest action is kept, and the world goes on.
    function honestly(bytes memory step) private {
        (bool ok, bytes memory reason) = address(this).call(step);
        if (ok) return;
        if (refusals++ == 0) refusal = abi.encodePacked(bytes4(step), reason);
    }

    function buy(uint256 platform, address buyer, uint32 lot, uint72 sales, uint32 nominee) private {
        bytes32 orderId = keccak256(abi.encode("world", ++_orderSerial));
        _buyerOf[orderId] = buyer;
        uint72 fee = feeOf(sales);
        _pending[platform].push(
            Receipt({
                platformId: platformIds[platform],
                epoch: evaluations.currentEpoch(),
                orderId: orderId,
                lotId: lot,
                quantity: 1,
                sales: sales,
                fee: fee,
                commission: 0,
                recommenderId: 0,
                nomineeId: nominee,
                buyerCommitment: keccak256(abi.encode(buyer, buyerSalt(orderId)))
            })
        );
        feesOf[lot] += fee;
        if (isCoalition(buyer)) coalitionFees += fee;
    }

    function _post(uint256 platform) private {
        Receipt[] storage pending = _pending[platform];
        if (pending.length == 0) return;
        uint32 epoch = pending[0].epoch;
        if (evaluations.currentEpoch() <= epoch) return;
        if (evaluations.currentEpoch() > epoch + 1 || pending[pending.length - 1].epoch > epoch) {
            // Nobody posted in time: these orders never were.
            delete _pending[platform];
            return;
        }
        Posted storage entry = _posted.push();
        (entry.platformId, entry.epoch) = (platformIds[platform], epoch);
        for (uint256 i; i < pending.length; ++i) {
            entry.receipts.push(pending[i]);
            if (!isCoalition(_buyerOf[pending[i].orderId])) {
                _outsiderFees[_posted.length - 1][pending[i].lotId] += pending[i].fee;
            }
        }
        delete _pending[platform];
        Book memory book = bookOf(_posted.length - 1);
        vm.prank(operator);
        settlement.commitStatement(book.statement);
        ++_counts.posted;
    }

    function _commitFrom(uint256 index, uint256 seed) private {
        Book memory book = bookOf(index);
        for (uint256 i; i < book.receipts.length; ++i) {
            Receipt memory receipt = book.receipts[i];
            address buyer = _buyerOf[receipt.orderId];
            uint32 id = power.idOf(buyer);
            uint32 lot = receipt.lotId;
            if (id == 0 || mix(seed, i) % 12 == 0) continue;
            if (evaluations.reportOf(lot, id).state != ReportState.None) continue;
            if (!within(startOf(commodities.lotOf(lot).startEpoch), startOf(closingOf(lot)))) continue;
            measured[buyer][lot] = opinionOf(lot, id);
            commit(buyer, book, i);
            used(settlement.receiptDigest(receipt));
            ++_counts.committed;
        }
    }

    /// @dev Most leaves are opened soon; some nominees' wait until the lot is being scored.
    function _openFrom(uint256 index, uint256 seed) private {
        Posted storage entry = _posted[index];
        if (entry.opened || block.timestamp < settlement.opensAt(entry.platformId, entry.epoch)) return;
        Book memory book = bookOf(index);
        bool all = true;
        for (uint256 i; i < book.lots.length; ++i) {
            uint32 lot = book.lots[i].lotId;
            if (settlement.isLotOpened(entry.platformId, entry.epoch, lot)) continue;
            if (mix(seed, i) % 4 == 0) all = false;
            else openLeaf(book, i, index);
        }
        for (uint256 i; i < book.nominees.length; ++i) {
            (uint32 lot, uint32 nominee) = (book.nominees[i].lotId, book.nominees[i].nomineeId);
            if (nominee == 0 || block.timestamp >= startOf(closingOf(lot) + 2)) continue;
            if (settlement.isNomineeOpened(entry.platformId, entry.epoch, lot, nominee)) continue;
            bool late = mix(index, 50 + i) % 4 == 0 && block.timestamp < startOf(closingOf(lot) + 1) + EPOCH / 2;
            if (late || !settlement.isLotOpened(entry.platformId, entry.epoch, lot)) all = false;
            else openNomineeOf(book, i, entry.platformId);
        }
        entry.opened = all;
    }

    function openLeaf(Book memory book, uint256 i, uint256 index) private {
        uint32 lot = book.lots[i].lotId;
        uint256 credit = settlement.creditOf(coalitionExpert);
        uint32 platform = book.statement.platformId;
        settlement.openLot(platform, book.statement.epoch, lot, book.lots[i].inner, book.lots[i].path);
        if (settlement.creditOf(coalitionExpert) > credit) {
            expertFromOutsiders += (_outsiderFees[index][lot] * 1_000 + 9_999) / 10_000;
        }
    }

    function openNomineeOf(Book memory book, uint256 i, uint32 platform) private {
        settlement.openNominee(
            platform,
            book.statement.epoch,
            book.nominees[i].lotId,
            book.nominees[i].nomineeId,
            book.nominees[i].inner,
            book.nominees[i].path
        );
    }

    /// @dev Claims if it can be claimed, and keeps account of what was paid.
    function claimOne(uint32 lot, uint32 id) private returns (bool ok) {
        Report memory report = evaluations.reportOf(lot, id);
        uint256 before = id == 0 || id > ACTORS ? 0 : asset.balanceOf(reporterAt(id - 1));
        (ok, ) = address(evaluations).call(abi.encodeCall(IEvaluations.claim, (lot, id)));
        if (!ok) {
            ++_counts.repelled;
            return false;
        }
        uint256 bond = uint256(report.fee) * report.bondMultiple;
        uint256 paid = asset.balanceOf(reporterAt(id - 1)) - before;
        if (report.state == ReportState.Committed) {
            if (paid != bond - (bond + 9) / 10) ++penaltiesBroken;
            ++_counts.unrevealed;
            return true;
        }
        uint256 reward = paid - bond;
        rewardsOf[lot] += reward;
        if (reward == 0) return true;
        Round memory round = evaluations.roundOf(lot);
        if (round.state == RoundState.Voided) {
            ++_counts.shares;
            return true;
        }
        if (reward > (settlement.nominatedOf(lot, id) * round.kappaBps) / 10_000) ++capsBroken;
        ++_counts.rewards;
        if (isCoalition(reporterAt(id - 1))) {
            coalitionRewards += reward;
            ++_counts.coalitionRewards;
        }
    }

    /// @dev Somebody uses a receipt of anybody: again, for another lot, or as another one's.
    function attackWithPurchase(uint256 seed) private {
        if (_posted.length == 0) return;
        uint256 index = (seed >> 40) % _posted.length;
        Book memory book = bookOf(index);
        uint256 i = (seed >> 64) % book.receipts.length;
        Receipt memory receipt = book.receipts[i];
        bytes32 salt = buyerSalt(receipt.orderId);
        address buyer = _buyerOf[receipt.orderId];
        address caller = (seed >> 72) % 2 == 0 ? buyer : reporterAt((seed >> 80) % ACTORS);
        if ((seed >> 90) % 4 == 1) receipt.lotId = pick(seed >> 96);
        if ((seed >> 90) % 4 == 2) receipt.epoch += 1;
        if ((seed >> 90) % 4 == 3) book.proofs[i].receiptIndex ^= 1;
        bytes32 commitment = keccak256(abi.encode(seed));
        vm.prank(caller);
        (bool ok, ) = address(evaluations).call(
            abi.encodeCall(IEvaluations.commit, (receipt, book.proofs[i], salt, commitment))
        );
        if (ok) used(settlement.receiptDigest(receipt));
        else ++_counts.repelled;
    }

    function used(bytes32 digest) private {
        uint256 uses = ++usesOf[digest];
        if (uses > mostUses) mostUses = uses;
    }

    /// @dev A round that is tallied has the lower weighted medians as its consensus.
    function checkTally(uint32 lot) private {
        Round memory round = evaluations.roundOf(lot);
        if (round.state != RoundState.Tallied) return;
        if (Values.unwrap(round.consensus) != Values.unwrap(pack(medianOf(lot)))) ++mediansBroken;
    }

    /* WHAT ACTORS ARE LIKE */

    function isCoalition(address account) private view returns (bool) {
        uint32 id = power.idOf(account);
        return account == ACCOMPLICE || (id > HONEST && id <= COALITION);
    }

    /// @dev Somebody of the same camp.
    function friendOf(uint32 id, uint256 random) private pure returns (uint32) {
        if (id <= HONEST) return uint32(1 + (random % HONEST));
        if (id <= COALITION) return uint32(HONEST + 1 + (random % (COALITION - HONEST)));
        return uint32(COALITION + 1 + (random % (ACTORS - COALITION)));
    }

    /// @dev The honest are near the truth, the coalition tells one and the same story, every other time the truth itself,
    /// the lazy copy what is known.
    function opinionOf(uint32 lot, uint32 id) private pure returns (int32[] memory) {
        uint256 truth = mix(lot, "truth");
        int32 a = 130 + int32(int256(truth % 30));
        int32 b = int32(int256((truth >> 8) % 200)) - 50;
        if (id > COALITION) return pair(140, 0);
        if (id > HONEST && (truth >> 16) % 2 == 0) return pair(a, b);
        if (id > HONEST) return pair(a + int32(int256((truth >> 24) % 12)), b + int32(int256((truth >> 32) % 60)));
        uint256 noise = mix(truth, id);
        return pair(a + int32(int256(noise % 5)) - 2, b + int32(int256((noise >> 8) % 21)) - 10);
    }

    /* READING */

    function counts() external view returns (Counts memory) {
        return _counts;
    }

    function lotCount() external view returns (uint256) {
        return lots.length;
    }

    function reportersOf(uint32 id) external pure returns (address) {
        return reporterAt(id - 1);
    }

    /// @notice What the evaluations contract owes: bonds, prizes that are not paid, and the audit fund's part.
    function evaluationsOwe() external view returns (uint256 owed) {
        owed = evaluations.auditFundAccrued();
        for (uint256 i; i < lots.length; ++i) {
            Round memory round = evaluations.roundOf(lots[i]);
            owed += round.prize - round.paid;
            for (uint32 id = 1; id <= ACTORS; ++id) {
                Report memory report = evaluations.reportOf(lots[i], id);
                if (report.state == ReportState.None || report.state == ReportState.Claimed) continue;
                owed += uint256(report.fee) * report.bondMultiple;
            }
        }
    }

    /// @notice What the settlement owes: deposits, pots, carry, credits, the commune's and the audit fund's parts.
    function settlementOwes() external view returns (uint256 owed) {
        owed = settlement.auditFundAccrued() + settlement.creditOf(expert) + settlement.creditOf(coalitionExpert);
        owed += carryOf(commodityIds[0]) + carryOf(commodityIds[1]);
        for (uint256 i; i < lots.length; ++i) owed += settlement.potOf(lots[i]);
        for (uint256 k; k < _posted.length; ++k) {
            owed += settlement.statementOf(_posted[k].platformId, _posted[k].epoch).remaining;
        }
        for (uint32 epoch; epoch <= evaluations.currentEpoch(); ++epoch) owed += settlement.communeAccrued(epoch);
    }

    function bondsOwed() external view returns (uint256 commodityBonds, uint256 modelBonds) {
        for (uint256 i; i < 2; ++i) commodityBonds += commodities.commodityOf(commodityIds[i]).bond;
        for (uint32 id = 1; id <= models.modelCount(); ++id) {
            (uint96 bond, ) = models.bondOf(id);
            modelBonds += bond;
        }
    }

    function balances() external view returns (uint256 inEvaluations, uint256 inSettlement, uint256 bonds, uint256 m) {
        inEvaluations = asset.balanceOf(address(evaluations));
        inSettlement = asset.balanceOf(address(settlement));
        (bonds, m) = (asset.balanceOf(address(commodities)), asset.balanceOf(address(models)));
    }

    function roundAt(uint256 i) external view returns (uint32 lot, Round memory round) {
        return (lots[i], evaluations.roundOf(lots[i]));
    }

    function reportAt(uint256 i, uint32 id) external view returns (Report memory) {
        return evaluations.reportOf(lots[i], id);
    }

    function bucketAt(uint256 i, uint8 bucket) external view returns (IEvaluations.Bucket memory) {
        return evaluations.bucketOf(lots[i], bucket);
    }

    function nominatedAt(uint256 i, uint32 id) external view returns (uint256) {
        return settlement.nominatedOf(lots[i], id);
    }

    function closingAt(uint256 i) external view returns (uint32) {
        return closingOf(lots[i]);
    }

    function powerBefore(uint32 id, uint32 closing) external view returns (uint256) {
        return power.powerAt(id, startOf(closing)) + evaluations.committedFeesOf(id, closing);
    }

    function powerAt(uint32 id, uint48 time) external view returns (uint256) {
        return power.powerAt(id, time);
    }

    function totalPowerAt(uint48 time) external view returns (uint256) {
        return power.totalPowerAt(time);
    }

    function expertIncome() external view returns (uint256) {
        return settlement.creditOf(coalitionExpert) + expertWithdrawn;
    }

    function bookOf(uint256 index) private view returns (Book memory) {
        Posted storage entry = _posted[index];
        return Statements.build(settlement, entry.platformId, entry.epoch, entry.receipts);
    }

    function carryOf(uint32 commodity) private view returns (uint256 amount) {
        (amount, ) = settlement.carryOf(commodity);
    }

    function closingOf(uint32 lot) private view returns (uint32) {
        return commodities.termsOf(lot).closingEpoch;
    }

    function roundState(uint32 lot) private view returns (RoundState) {
        return evaluations.roundOf(lot).state;
    }

    function within(uint48 from, uint48 until) private view returns (bool) {
        return block.timestamp >= from && block.timestamp < until;
    }

    function pick(uint256 seed) private view returns (uint32) {
        return lots[seed % lots.length];
    }

    function mix(uint256 seed, bytes32 salt) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }

    function mix(uint256 seed, uint256 salt) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }

    function lie(uint256 seed) private pure returns (int32[] memory) {
        return pair(int32(int256(seed % 40)) + 125, int32(int256((seed >> 8) % 250)) - 60);
    }

    function revealedIds(uint32 lot) private view returns (uint32[] memory list) {
        list = new uint32[](ACTORS);
        uint256 count;
        for (uint32 id = 1; id <= ACTORS; ++id) {
            if (evaluations.reportOf(lot, id).state == ReportState.Revealed) list[count++] = id;
        }
        return slice(list, 0, count);
    }

    function squaredWeights(uint32 lot) private view returns (uint256 sum) {
        for (uint32 id = 1; id <= ACTORS; ++id) sum += uint256(evaluations.reportOf(lot, id).weight) ** 2;
    }

    function someIds(uint32 lot, uint256 seed) private view returns (uint32[] memory list) {
        list = revealedIds(lot);
        return seed % 2 == 0 ? list : slice(list, 0, list.length / 2);
    }

    function slice(uint32[] memory list, uint256 from, uint256 to) private pure returns (uint32[] memory part) {
        part = new uint32[](to - from);
        for (uint256 i = from; i < to; ++i) part[i - from] = list[i];
    }

    /// @dev Lower weighted medians of all revealed reports.
    function medianOf(uint32 lot) private view returns (int32[] memory) {
        uint32[] memory list = new uint32[](ACTORS);
        Values[] memory values = new Values[](ACTORS);
        uint256[] memory weights = new uint256[](ACTORS);
        uint256 count;
        for (uint32 id = 1; id <= ACTORS; ++id) {
            Report memory report = evaluations.reportOf(lot, id);
            if (report.weight == 0) continue;
            (list[count], values[count], weights[count]) = (id, Values.wrap(report.payload), report.weight);
            ++count;
        }
        return pair(lowerMedian(values, weights, count, 0), lowerMedian(values, weights, count, 1));
    }

    function lowerMedian(
        Values[] memory values,
        uint256[] memory weights,
        uint256 count,
        uint256 parameter
    ) private pure returns (int32 median) {
        uint256 total;
        for (uint256 i; i < count; ++i) total += weights[i];
        median = type(int32).max;
        for (uint256 i; i < count; ++i) {
            int32 candidate = values[i].get(parameter);
            uint256 upTo;
            for (uint256 j; j < count; ++j) if (values[j].get(parameter) <= candidate) upTo += weights[j];
            if (2 * upTo >= total && candidate < median) median = candidate;
        }
    }
}
